package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The log through a cursor of PostgreSQL's, in one read-only transaction. */
final class CursorLogReader implements EventLogReader {

  private static final int FETCH = 1000;

  private final DataSource dataSource;

  CursorLogReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public long head() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select coalesce(max(position), 0) from event_log");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new EventStoreException("cannot read the event log", e);
    }
  }

  @Override
  public Stream<LoggedRow> rows(LogSelection selection) {
    Cursor cursor = new Cursor();
    try {
      cursor.open(dataSource.getConnection(), new Query(selection));
    } catch (SQLException e) {
      cursor.close();
      throw new EventStoreException("cannot read the event log", e);
    }
    return StreamSupport.stream(cursor, false).onClose(cursor::close);
  }

  /** The selection in SQL: only what restricts is said, so that the planner sees it. */
  private static final class Query {
    private final StringBuilder sql =
        new StringBuilder(
            "select position, event_id, aggregate_type, aggregate_id, sequence, event_type,"
                + " revision, tenant_id, occurred_at, recorded_at, payload, metadata, leaf_hash"
                + " from event_log where position > ?");
    private final List<Object> parameters = new ArrayList<>();

    Query(LogSelection wanted) {
      parameters.add(wanted.after());
      if (wanted.through() != Long.MAX_VALUE) {
        and("position <= ?", wanted.through());
      }
      and("tenant_id = ?", wanted.tenant());
      and("aggregate_id = ?", wanted.aggregateId());
      and("aggregate_type = ?", wanted.aggregateType());
      and("event_type = ?", wanted.eventType());
      and("recorded_at >= ?", utc(wanted.recordedFrom()));
      and("recorded_at < ?", utc(wanted.recordedBefore()));
      sql.append(" order by position");
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
      return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private void and(String condition, @Nullable Object parameter) {
      if (parameter != null) {
        sql.append(" and ").append(condition);
        parameters.add(parameter);
      }
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
      PreparedStatement select = connection.prepareStatement(sql.toString());
      for (int i = 0; i < parameters.size(); i++) {
        select.setObject(i + 1, parameters.get(i));
      }
      return select;
    }
  }

  private static final class Cursor extends Spliterators.AbstractSpliterator<LoggedRow>
      implements AutoCloseable {

    private @Nullable Connection connection;
    private @Nullable ResultSet rows;

    Cursor() {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    }

    @SuppressWarnings("resource") // closed with the connection
    void open(Connection opened, Query query) throws SQLException {
      connection = opened;
      // The driver uses a cursor only inside a transaction.
      opened.setReadOnly(true);
      opened.setAutoCommit(false);
      PreparedStatement select = query.prepare(opened);
      select.setFetchSize(FETCH);
      rows = select.executeQuery();
    }

    @Override
    public boolean tryAdvance(Consumer<? super LoggedRow> action) {
      ResultSet open = rows;
      if (open == null) {
        return false;
      }
      LoggedRow row;
      try {
        if (!open.next()) {
          close();
          return false;
        }
        row = row(open);
      } catch (SQLException e) {
        close();
        throw new EventStoreException("the event log could not be read to the end", e);
      }
      action.accept(row);
      return true;
    }

    private static LoggedRow row(ResultSet row) throws SQLException {
      return new LoggedRow(
          row.getLong(1),
          row.getObject(2, UUID.class),
          row.getString(3),
          row.getString(4),
          row.getLong(5),
          row.getString(6),
          row.getString(7),
          row.getString(8),
          row.getObject(9, OffsetDateTime.class).toInstant(),
          row.getObject(10, OffsetDateTime.class).toInstant(),
          row.getBytes(11),
          row.getBytes(12),
          row.getBytes(13));
    }

    @Override
    public void close() {
      rows = null;
      Connection open = connection;
      connection = null;
      if (open == null) {
        return;
      }
      try (open) {
        // Ends the transaction and with it the cursor and its statement.
        open.rollback();
        open.setAutoCommit(true);
        open.setReadOnly(false);
      } catch (SQLException ignored) {
        // The line is gone, and with it the cursor.
      }
    }
  }
}
