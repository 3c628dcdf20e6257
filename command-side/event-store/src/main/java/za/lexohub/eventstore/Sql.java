package za.lexohub.eventstore;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an SQLState tells of a failure. */
final class Sql {

  /** The server or the line went away, and with it the answer. */
  static boolean connectionLost(SQLException e) {
    return stateStartsWith(e, "08", "57P");
  }

  /** May pass by itself: lost connections, deadlocks, serialisation, locks, exhausted resources. */
  static boolean mayPass(SQLException e) {
    return stateStartsWith(e, "08", "57", "40", "53", "55");
  }

  private static boolean stateStartsWith(SQLException e, String... prefixes) {
    @Nullable String state = e.getSQLState();
    if (state != null) {
      for (String prefix : prefixes) {
        if (state.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }

  private Sql() {}
}
