package za.lexohub.eventstore;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an SQLState tells of a failure. */
final class Sql {

  /** The server is a standby by now: the writer is elsewhere. */
  static final String READ_ONLY = "25006";

  /** The server or the line went away, and with it the answer. */
  static boolean connectionLost(SQLException e) {
    return stateStartsWith(e, "08", "57P", READ_ONLY);
  }

  /** May pass by itself: lost connections, deadlocks, serialisation, locks, exhausted resources. */
  static boolean mayPass(SQLException e) {
    return e instanceof SQLTransientException
        || e instanceof SQLRecoverableException
        || stateStartsWith(e, "08", "57", "40", "53", "55", READ_ONLY);
  }

  /** The name of the constraint that stood against it, if one did. */
  static @Nullable String violatedConstraint(SQLException e) {
    if (e instanceof PSQLException postgres) {
      ServerErrorMessage message = postgres.getServerErrorMessage();
      return message == null ? null : message.getConstraint();
    }
    return null;
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
