package za.lexohub.embedded.postgres;

import java.util.Map;
import za.lexohub.embedded.part.Part;

/** A PostgreSQL 17 server with the database {@code lexohub}. */
public interface PostgresPart extends Part {

  /** The database of the application. */
  Database database();

  /**
   * Makes an empty database with the same two roles. One of the same name is dropped first, with
   * what is connected to it.
   *
   * @param name letters, digits and underscores, starting with a letter
   */
  Database createDatabase(String name);

  @Override
  default String address() {
    return database().url();
  }

  @Override
  default Map<String, String> properties() {
    return database().properties();
  }
}
