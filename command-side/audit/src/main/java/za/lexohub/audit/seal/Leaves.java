package za.lexohub.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.log.LogRow;
import za.lexohub.audit.tlog.Hash;

/**
 * The leaves of the log, each computed again here from the stored row: a function in the database
 * says what the database's owner wants. Positions are dense and in commit order, so whatever can be
 * read has nothing before it that is still to come.
 */
final class Leaves {

  /** Whole rows are read, payloads too. */
  private static final int PAGE = 1000;

  private final JdbcClient jdbc;
  private final Runnable pulse;

  /**
   * @param pulse run between pages; what it throws ends the reading
   */
  Leaves(JdbcClient jdbc, Runnable pulse) {
    this.jdbc = jdbc;
    this.pulse = pulse;
  }

  /** The last position; 0 of an empty log. */
  long head() {
    return jdbc.sql("select coalesce(max(position), 0) from event_log").query(Long.class).single();
  }

  /**
   * Gives the leaves of the positions after {@code after} up to {@code through}, in order.
   *
   * @throws Altered when one is missing or its row is no longer what was written, or when the
   *     database answers that it cannot give them
   */
  void each(long after, long through, Consumer<Hash> taker) {
    long position = after;
    while (position < through) {
      List<Row> page = page(position, (int) Math.min(PAGE, through - position));
      if (page.isEmpty()) {
        throw new Altered("position " + (position + 1) + " missing");
      }
      for (Row row : page) {
        position++;
        if (row.position != position) {
          throw new Altered("position " + position + " missing");
        }
        if (row.leaf == null) {
          throw new Altered(
              "position " + position + ": payload or field altered (leaf hash differs)");
        }
        taker.accept(row.leaf);
      }
      pulse.run();
    }
  }

  private List<Row> page(long after, int limit) {
    try {
      return jdbc.sql(
              "select "
                  + LogRow.COLUMNS
                  + " from event_log where position > ? order by position limit ?")
          .params(after, limit)
          .query((row, n) -> new Row(row.getLong("position"), intact(row)))
          .list();
    } catch (TransientDataAccessException
        | RecoverableDataAccessException
        | DataAccessResourceFailureException away) {
      throw away;
    } catch (DataAccessException e) {
      throw new Altered(
          "position "
              + (after + 1)
              + " or one after it cannot be read ("
              + e.getMostSpecificCause().getMessage()
              + ")");
    }
  }

  /** The leaf, unless the row is not what its hash says, or cannot be a row of this log at all. */
  private static @Nullable Hash intact(ResultSet stored) throws SQLException {
    try {
      LogRow row = LogRow.of(stored);
      Hash leaf = row.leaf();
      return Arrays.equals(leaf.bytes(), row.leafHash()) ? leaf : null;
    } catch (ArithmeticException | DateTimeException | NullPointerException noSuchRow) {
      return null;
    }
  }

  private record Row(long position, @Nullable Hash leaf) {}
}
