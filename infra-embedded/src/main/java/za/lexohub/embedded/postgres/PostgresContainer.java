package za.lexohub.embedded.postgres;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Container;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** A PostgreSQL server in a container, set up as the one without. */
public final class PostgresContainer implements PostgresPart {

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable Container container;
  private @Nullable Databases databases;
  private @Nullable Database database;

  public PostgresContainer(DataFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public void start() throws IOException {
    int port = ports.claim(Listener.POSTGRES, name());
    String password = folder.credentials().databasePassword();
    Container.Image image =
        new Container.Image(
            "postgres:17-alpine",
            5432,
            "/var/lib/postgresql/data",
            Map.of(
                "POSTGRES_PASSWORD",
                password,
                "POSTGRES_INITDB_ARGS",
                "--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C"),
            List.of("postgres", "-c", "max_connections=300"));
    container =
        Container.start(name(), image, port, folder.folder("containers/postgres"), Map.of());
    databases = new Databases(HOST, port, password, folder.credentials());
  }

  /**
   * The roles are made with the first answer. On its first start the image runs a server without a
   * port before the real one, so an answer over the port is the real one's.
   */
  @Override
  public boolean isReady() {
    Databases asked = databases;
    if (asked == null || !asked.answers()) {
      return false;
    }
    try {
      database = asked.provideMain();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public Database database() {
    if (database == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return database;
  }

  @Override
  public Database createDatabase(String name) {
    if (databases == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return databases.createFresh(name);
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
      container = null;
    }
  }
}
