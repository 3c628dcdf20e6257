package za.lexohub.audit.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads the log in pages that are bounded in number and in bytes. Between two pages it holds no
 * connection: the readers of exports may be slow, and there are few connections.
 */
public final class LogReader {

  static final int PAGE = 1_000;
  private static final int PAGE_BYTES = 4 << 20;

  /** Rows that the driver takes at once; one may have a megabyte. */
  private static final int FETCH = 100;

  /** Positions that a statement looks through at most, so that it ends though no row is found. */
  private static final long WINDOW = 100_000;

  private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

  private final DataSource dataSource;
  private final Duration patience;
  final long window;

  /** A reader that waits as long as the database takes. */
  public LogReader(DataSource dataSource) {
    this(dataSource, Duration.ZERO);
  }

  /**
   * @param patience how long the database may take over a statement or a fetch of its rows before
   *     it gives up, which is a failure that may pass; zero for as long as it takes
   */
  public LogReader(DataSource dataSource, Duration patience) {
    this(dataSource, patience, WINDOW);
  }

  /**
   * @param window positions that a statement looks through at most
   */
  public LogReader(DataSource dataSource, Duration patience, long window) {
    this.dataSource = dataSource;
    this.patience = patience;
    this.window = window;
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
   * @param reached everything up to this position is among them or was not asked for
   */
  public record Page(List<LogRow> rows, boolean last, long reached) {}

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
    return page(query, limit, FOR_EVER);
  }

  /**
   * @param patience after which the page ends where it has come to, perhaps with no row
   */
  public Page page(LogQuery query, int limit, Duration patience) {
    long begun = System.nanoTime();
    Gathered gathered = new Gathered(limit);
    LogQuery rest = query;
    while (true) {
      LogQuery part = rest.first(window);
      List<Object> parameters = new ArrayList<>();
      if (!gather(part.rows(parameters), parameters, gathered)) {
        return new Page(gathered.rows, false, gathered.rows.getLast().position());
      }
      if (part.through() >= query.through()) {
        return new Page(gathered.rows, true, query.through());
      }
      if (System.nanoTime() - begun >= patience.toNanos()) {
        return new Page(gathered.rows, false, part.through());
      }
      rest = rest.after(part.through());
    }
  }

  /**
   * @return whether all rows were taken
   */
  boolean gather(String rows, List<Object> parameters, Gathered gathered) {
    String sql = rows + " limit " + (gathered.limit - gathered.rows.size() + 1);
    return read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            bind(select, parameters);
            try (ResultSet result = select.executeQuery()) {
              while (result.next()) {
                if (gathered.isFull()) {
                  return false;
                }
                gathered.add(LogRow.of(result));
              }
            }
            return true;
          }
        });
  }

  /** The rows of a page to be. */
  static final class Gathered {
    private final int limit;
    final List<LogRow> rows = new ArrayList<>();
    private long bytes;

    Gathered(int limit) {
      this.limit = limit;
    }

    boolean isFull() {
      return rows.size() == limit || bytes >= PAGE_BYTES;
    }

    void add(LogRow row) {
      rows.add(row);
      bytes += row.bytes();
    }
  }

  /** How many rows are asked for. */
  public long count(LogQuery query) {
    long count = 0;
    LogQuery rest = query;
    while (true) {
      LogQuery part = rest.first(window);
      count += countOf(part);
      if (part.through() >= query.through()) {
        return count;
      }
      rest = rest.after(part.through());
    }
  }

  private long countOf(LogQuery query) {
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

  static void bind(PreparedStatement select, List<Object> parameters) throws SQLException {
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
      rest = rest.after(page.reached());
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
      Gathered page = new Gathered(PAGE);
      boolean last = gather(sql, List.of(aggregate, sequence, through), page);
      for (LogRow row : page.rows) {
        visitor.visit(row);
      }
      if (last) {
        return;
      }
      aggregate = page.rows.getLast().aggregateId();
      sequence = page.rows.getLast().sequence();
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
      // Outside of a transaction the driver would take all rows at once.
      connection.setAutoCommit(false);
      try {
        limit(connection);
        return work.with(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new LogUnreadable(e);
    }
  }

  /** By the server, which counts each fetch anew; the driver's limit ends with the first. */
  private void limit(Connection connection) throws SQLException {
    if (patience.isPositive()) {
      try (Statement set = connection.createStatement()) {
        set.execute("set local statement_timeout = " + patience.toMillis());
      }
    }
  }

  /** The database refused or was away; the cause tells which. */
  public static final class LogUnreadable extends RuntimeException {
    LogUnreadable(SQLException cause) {
      super("the log cannot be read: " + cause.getMessage(), cause);
    }
  }
}
