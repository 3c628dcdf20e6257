package za.lexohub.readmodels.selfcheck;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws what is compared, and keeps what came of it. Of all tenants; holds no content. */
public final class SelfCheckRows {

  private final JdbcClient jdbc;

  public SelfCheckRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it is time for the next round, and this node makes it: one of all says so. */
  public boolean begin(Duration interval) {
    return jdbc.sql(
                """
                update self_check_rounds set begun_at = clock_timestamp()
                 where begun_at <= clock_timestamp() - make_interval(secs => ?)\
                """)
            .param(interval.toMillis() / 1000.0)
            .update()
        == 1;
  }

  /**
   * What so many events, drawn from the whole log by lot, are events of; all there is when the log
   * has no more than that. Also finds what a read model lacks altogether.
   */
  public List<Sample> draw(int events, Collection<String> aggregateTypes) {
    long head =
        jdbc.sql("select coalesce(max(position), 0) from event_log").query(Long.class).single();
    String drawn =
        head <= events
            ? "event_log l"
            : """
            (select distinct 1 + floor(random() * :head)::bigint as position
               from generate_series(1, :events)) drawn
               join event_log l on l.position = drawn.position\
            """;
    return jdbc.sql(
            "select distinct l.tenant_id, l.aggregate_type, l.aggregate_id from "
                + drawn
                + " where l.aggregate_type in (:types)")
        .param("head", head)
        .param("events", events)
        .param("types", aggregateTypes)
        .query((row, number) -> new Sample(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  public void checked(String group, long tenants, long aggregates) {
    jdbc.sql(
            """
            insert into self_checks (group_name, checked_at, tenants, aggregates)
            values (?, clock_timestamp(), ?, ?)
            on conflict (group_name) do update
               set checked_at = excluded.checked_at, tenants = excluded.tenants,
                   aggregates = excluded.aggregates\
            """)
        .params(group, tenants, aggregates)
        .update();
  }

  /** What is known to differ. */
  public List<Drift> drifts() {
    return jdbc.sql("select * from self_check_drifts order by found_at limit 1000")
        .query((row, number) -> drift(row))
        .list();
  }

  public Optional<Drift> drift(String group, String tenant, String aggregateId) {
    return jdbc.sql(
            "select * from self_check_drifts"
                + " where group_name = ? and tenant_id = ? and aggregate_id = ?")
        .params(group, tenant, aggregateId)
        .query((row, number) -> drift(row))
        .optional();
  }

  public void differs(Drift drift) {
    jdbc.sql(
            """
            insert into self_check_drifts
              (group_name, tenant_id, aggregate_id, version, position, fields)
            values (?, ?, ?, ?, ?, ?)
            on conflict (group_name, tenant_id, aggregate_id) do update
               set version = excluded.version, position = excluded.position,
                   fields = excluded.fields, found_at = excluded.found_at\
            """)
        .params(
            drift.group(),
            drift.tenant(),
            drift.aggregateId(),
            drift.version(),
            drift.position(),
            drift.fields().toArray(String[]::new))
        .update();
  }

  public void agrees(String group, String tenant, String aggregateId) {
    jdbc.sql(
            "delete from self_check_drifts"
                + " where group_name = ? and tenant_id = ? and aggregate_id = ?")
        .params(group, tenant, aggregateId)
        .update();
  }

  /** How many differ, by group; those without are left out. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql("select group_name, count(*) from self_check_drifts group by group_name")
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }

  /** How long ago something was compared; empty when nothing was yet. */
  public Optional<Duration> age() {
    return jdbc.sql(
            "select extract(epoch from clock_timestamp() - max(checked_at))::double precision"
                + " from self_checks having max(checked_at) is not null")
        .query(Double.class)
        .optional()
        .map(seconds -> Duration.ofMillis((long) (seconds * 1000)));
  }

  private static Drift drift(ResultSet row) throws SQLException {
    Array fields = row.getArray("fields");
    return new Drift(
        row.getString("group_name"),
        row.getString("tenant_id"),
        row.getString("aggregate_id"),
        row.getLong("version"),
        row.getLong("position"),
        List.of((String[]) fields.getArray()));
  }
}
