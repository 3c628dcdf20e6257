package za.lexohub.audit.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads the log in pages that are bounded in number and in bytes. Between two pages it holds no
 * connection: the readers of exports may be slow, and appends share the pool.
 */
public final class LogReader {

  private static final int PAGE = 1_000;
  private static final int PAGE_BYTES = 4 << 20;

  /** Rows that the driver takes at once; one may have a megabyte. */
  private static final int FETCH = 100;

  private final DataSource dataSource;

  public LogReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What is done with each row, in order. */
  @FunctionalInterface
  public interface Visitor {
    void visit(LogRow row) throws IOException;
  }

  /**
   * Some rows, in order.
   *
   * @param last nothing that was asked for comes after them
   */
  public record Page(List<LogRow> rows, boolean last) {}

  /** The last position; 0 when the log is empty. */
  public long head() {
    return one("select coalesce(max(position), 0) from event_log");
  }

  /** The last position that was recorded at this instant or before; 0 when there is none. */
  public long positionAt(Instant instant) {
    return read(
        connection -> {
          // Time never runs backwards along the positions, and these have no gap.
          long known = 0;
          long above = one(connection, "select coalesce(max(position), 0) + 1 from event_log");
          try (PreparedStatement select =
              connection.prepareStatement("select recorded_at from event_log where position = ?")) {
            while (above - known > 1) {
              long middle = known + (above - known) / 2;
              select.setLong(1, middle);
              try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getObject(1, OffsetDateTime.class).toInstant().isAfter(instant)) {
                  above = middle;
                } else {
                  known = middle;
                }
              }
            }
          }
          return known;
        });
  }

  /** The time by the clock that stamps the log. */
  public Instant now() {
    return read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement("select clock_timestamp()");
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
          }
        });
  }

  public Optional<LogRow> find(String tenant, UUID eventId) {
    return read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select "
                      + LogRow.COLUMNS
                      + " from event_log where event_id = ? and tenant_id = ?")) {
            select.setObject(1, eventId);
            select.setString(2, tenant);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(LogRow.of(row)) : Optional.empty();
            }
          }
        });
  }

  /** The first rows that are asked for, at most so many. */
  public Page page(LogQuery query, int limit) {
    return page(query, limit, 0);
  }

  /**
   * @param seconds until the database gives up, which is then a failure that may pass; 0 for none
   */
  public Page page(LogQuery query, int limit, int seconds) {
    List<Object> parameters = new ArrayList<>();
    return page(query.rows(parameters), parameters, limit, seconds);
  }

  private Page page(String rows, List<Object> parameters, int limit, int seconds) {
    String sql = rows + " limit " + (limit + 1);
    return read(
        connection -> {
          // Outside of a transaction the driver would take all rows at once.
          connection.setAutoCommit(false);
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            select.setQueryTimeout(seconds);
            bind(select, parameters);
            return collect(select, limit);
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  private static Page collect(PreparedStatement select, int limit) throws SQLException {
    List<LogRow> rows = new ArrayList<>();
    long bytes = 0;
    try (ResultSet result = select.executeQuery()) {
      while (result.next()) {
        if (rows.size() == limit || bytes >= PAGE_BYTES) {
          return new Page(rows, false);
        }
        LogRow row = LogRow.of(result);
        rows.add(row);
        bytes += row.bytes();
      }
    }
    return new Page(rows, true);
  }

  /** How many rows are asked for. */
  public long count(LogQuery query) {
    List<Object> parameters = new ArrayList<>();
    String sql = query.count(parameters);
    return read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private static void bind(PreparedStatement select, List<Object> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      select.setObject(i + 1, parameters.get(i));
    }
  }

  /** Every row that is asked for, page by page. */
  public void forEach(LogQuery query, Visitor visitor) throws IOException {
    LogQuery rest = query;
    while (true) {
      Page page = page(rest, PAGE);
      for (LogRow row : page.rows()) {
        visitor.visit(row);
      }
      if (page.last()) {
        return;
      }
      rest = rest.after(page.rows().getLast().position());
    }
  }

  /** Every row up to a position, one aggregate after another, each in its own order. */
  public void forEachByAggregate(long through, Visitor visitor) throws IOException {
    String sql =
        "select "
            + LogRow.COLUMNS
            + " from event_log where (aggregate_id, sequence) > (?, ?) and position <= ?"
            + " order by aggregate_id, sequence";
    String aggregate = "";
    long sequence = -1;
    while (true) {
      Page page = page(sql, List.of(aggregate, sequence, through), PAGE, 0);
      for (LogRow row : page.rows()) {
        visitor.visit(row);
      }
      if (page.last()) {
        return;
      }
      aggregate = page.rows().getLast().aggregateId();
      sequence = page.rows().getLast().sequence();
    }
  }

  /** One number of the log. */
  public long one(String sql) {
    return read(connection -> one(connection, sql));
  }

  private static long one(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  <T> T read(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new LogUnreadable(e);
    }
  }

  /** The database refused or was away; the cause tells which. */
  public static final class LogUnreadable extends RuntimeException {
    LogUnreadable(SQLException cause) {
      super("the log cannot be read: " + cause.getMessage(), cause);
    }
  }
}
