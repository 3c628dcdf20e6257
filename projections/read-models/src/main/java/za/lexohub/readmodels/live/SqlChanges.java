package za.lexohub.readmodels.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.row.Sql;

/**
 * Reads the columns of the log that hold no content. Positions become visible in their order, so
 * reading on after the last one seen skips nothing.
 */
public final class SqlChanges implements RecordedChanges {

  private static final String HEADERS =
      """
      select tenant_id, position, event_type, aggregate_type, aggregate_id, sequence, recorded_at
        from event_log
      """;

  private final JdbcClient jdbc;

  public SqlChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long head() {
    return jdbc.sql("select coalesce(max(position), 0) from event_log").query(Long.class).single();
  }

  @Override
  public List<Change> after(long position, int limit) {
    return jdbc.sql(HEADERS + " where position > ? order by position limit ?")
        .params(position, limit)
        .query((row, number) -> change(row))
        .list();
  }

  @Override
  public List<Change> of(String tenant, long after, long through, int limit) {
    return jdbc.sql(
            HEADERS
                + " where position > ? and position <= ? and tenant_id = ?"
                + " order by position limit ?")
        .params(after, through, tenant, limit)
        .query((row, number) -> change(row))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getString("tenant_id"),
        row.getLong("position"),
        row.getString("event_type"),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence") + 1,
        Sql.instant(row, "recorded_at"));
  }
}
