package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code append_one}: an append of one event for which nobody has asked before. The
 * server has half the work with it that a group of one would be.
 */
final class SingleCall {

  private static final String CALL = "select append_one(?,?,?,?,?,?,?,?,?,?,?,?,?)";

  private SingleCall() {}

  /**
   * Appends.
   *
   * @return null, or the constraint that stood against it
   */
  static @Nullable String execute(Connection connection, Append append) throws SQLException {
    Append.Row row = append.rows().getFirst();
    try (PreparedStatement call = connection.prepareStatement(CALL)) {
      call.setObject(1, row.eventId());
      call.setString(2, row.aggregateType());
      call.setString(3, row.aggregateId());
      call.setLong(4, row.sequence());
      call.setString(5, row.eventType());
      call.setString(6, row.revision());
      call.setString(7, row.tenant());
      call.setObject(8, row.occurred());
      call.setBytes(9, row.payload());
      call.setBytes(10, row.metadata());
      call.setString(11, append.idempotencyKey());
      call.setString(12, append.requestHash());
      call.setString(13, append.target());
      try (ResultSet result = call.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
