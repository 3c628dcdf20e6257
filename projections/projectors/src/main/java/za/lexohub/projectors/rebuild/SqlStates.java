package za.lexohub.projectors.rebuild;

import java.sql.SQLException;

/** What PostgreSQL says of a change of tables that it has not made. */
final class SqlStates {

  static final String LOCK_NOT_AVAILABLE = "55P03";
  static final String DEADLOCK = "40P01";

  /** The tables of the two versions are not of one form, or cannot move at all. */
  static final String OTHER_FORM = "55000";

  /** Empty when the database has said nothing. */
  static String of(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private SqlStates() {}
}
