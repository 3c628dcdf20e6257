package za.lexohub.query.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A place that one node at a time has: a lock of PostgreSQL's that belongs to a connection, so that
 * it is free again when the node dies. For one thread.
 */
final class OneNode {

  private static final int VALID_WITHIN_SECONDS = 2;

  private final DataSource dataSource;
  private final long place;
  private @Nullable Connection held;

  /**
   * @param place the lock's number, which nothing else uses
   */
  OneNode(DataSource dataSource, long place) {
    this.dataSource = dataSource;
    this.place = place;
  }

  boolean isMine() {
    try {
      if (held != null && !held.isValid(VALID_WITHIN_SECONDS)) {
        leave();
      }
      if (held == null) {
        held = taken();
      }
      return held != null;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("nobody knows whose turn it is", e);
    }
  }

  private @Nullable Connection taken() throws SQLException {
    Connection connection = dataSource.getConnection();
    boolean mine = false;
    try (PreparedStatement ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      ask.setLong(1, place);
      try (ResultSet answer = ask.executeQuery()) {
        mine = answer.next() && answer.getBoolean(1);
      }
    } finally {
      if (!mine) {
        connection.close();
      }
    }
    return mine ? connection : null;
  }

  /** The lock is given back before the connection, which the pool would go on using with it. */
  void leave() {
    Connection connection = held;
    held = null;
    if (connection == null) {
      return;
    }
    try (connection;
        PreparedStatement give = connection.prepareStatement("select pg_advisory_unlock(?)")) {
      give.setLong(1, place);
      give.execute();
    } catch (SQLException gone) {
      // With the connection the lock has gone too.
    }
  }
}
