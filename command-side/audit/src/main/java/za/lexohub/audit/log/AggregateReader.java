package za.lexohub.audit.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the log aggregate by aggregate. First it looks for those that began, then it reads their
 * lives some at a time, by the index in which the events of an aggregate stand together: so it
 * costs what the tenant has, and not what the log holds of others.
 */
public final class AggregateReader {

  private final LogReader log;

  public AggregateReader(LogReader log) {
    this.log = log;
  }

  /**
   * Some aggregates.
   *
   * @param last nothing that was asked for comes after them
   * @param reached where the search goes on
   */
  public record Begun(List<String> aggregates, boolean last, long reached) {
    public Begun {
      aggregates = List.copyOf(aggregates);
    }
  }

  /** The aggregates of a kind whose first event stands after one position and up to another. */
  public Begun begun(String tenant, String aggregateType, long after, long through, int limit) {
    String sql =
        "select position, aggregate_id from event_log where position > ? and position <= ?"
            + " and tenant_id = ? and aggregate_type = ? and sequence = 0 order by position limit "
            + limit;
    long reached = after;
    while (true) {
      long end = Math.min(through, reached + log.window);
      List<Object> parameters = List.of(reached, end, tenant, aggregateType);
      List<String> aggregates = new ArrayList<>();
      long position = log.read(connection -> firsts(connection, sql, parameters, aggregates));
      boolean isFull = aggregates.size() == limit;
      reached = isFull ? position : end;
      if (!aggregates.isEmpty() || end >= through) {
        return new Begun(aggregates, !isFull && end >= through, reached);
      }
    }
  }

  /**
   * @return the position of the last one
   */
  private static long firsts(
      Connection connection, String sql, List<Object> parameters, List<String> aggregates)
      throws SQLException {
    long position = 0;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      LogReader.bind(select, parameters);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          position = row.getLong(1);
          aggregates.add(row.getString(2));
        }
      }
    }
    return position;
  }

  /** The rows of these aggregates up to a position, one after another, each in its own order. */
  public void forEach(List<String> aggregates, long through, LogReader.Visitor visitor)
      throws IOException {
    String sql =
        "select "
            + LogRow.COLUMNS
            + " from event_log where aggregate_id = any(?) and (aggregate_id, sequence) > (?, ?)"
            + " and position <= ? order by aggregate_id, sequence";
    String[] ids = aggregates.toArray(String[]::new);
    String aggregate = "";
    long sequence = -1;
    boolean last = aggregates.isEmpty();
    while (!last) {
      LogReader.Gathered page = new LogReader.Gathered(LogReader.PAGE);
      last = log.gather(sql, List.of(ids, aggregate, sequence, through), page);
      for (LogRow row : page.rows) {
        visitor.visit(row);
      }
      if (!last) {
        aggregate = page.rows.getLast().aggregateId();
        sequence = page.rows.getLast().sequence();
      }
    }
  }
}
