package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import za.lexohub.embedded.postgres.Database;

/** What the database holds, looked at from outside. For one thread. */
final class EventLog implements AutoCloseable {

  /** An event, its payload as JSON. */
  record Entry(String type, Instant recordedAt, String payload) {}

  private final SingleConnectionDataSource connection;
  private final JdbcClient jdbc;

  EventLog(Database database) {
    connection =
        new SingleConnectionDataSource(
            database.url(), database.application(), database.password(), true);
    jdbc = JdbcClient.create(connection);
  }

  List<Entry> of(String aggregateId) {
    return jdbc.sql(
            "select event_type, recorded_at, convert_from(payload, 'UTF8') as payload"
                + " from event_log where aggregate_id = ? order by sequence")
        .param(aggregateId)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("event_type"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getString("payload")))
        .list();
  }

  /** The ids of everything that has events. */
  List<String> aggregates() {
    return jdbc.sql("select distinct aggregate_id from event_log").query(String.class).list();
  }

  boolean has(String aggregateId, String type) {
    return of(aggregateId).stream().anyMatch(entry -> entry.type().equals(type));
  }

  /** Dense, contiguous, each event once, nothing changed since it was written. */
  void isSound() {
    assertThat(number("select count(*) from event_log"))
        .isPositive()
        .isEqualTo(number("select max(position) from event_log"))
        .isEqualTo(number("select count(distinct position) from event_log"))
        .isEqualTo(number("select count(distinct event_id) from event_log"));
    assertThat(number("select min(position) from event_log")).isOne();
    assertThat(
            number(
                """
                select count(*) from (
                  select 1 from event_log group by aggregate_id
                  having min(sequence) <> 0 or max(sequence) + 1 <> count(*)
                    or count(distinct sequence) <> count(*)
                    or count(distinct tenant_id) <> 1) broken
                """))
        .as("aggregates with a hole in them")
        .isZero();
    assertThat(
            number(
                """
                select count(*) from event_log where leaf_hash is distinct from event_leaf_hash(
                  position, event_id, aggregate_type, aggregate_id, sequence, event_type, revision,
                  tenant_id, occurred_at, recorded_at, payload, metadata)
                """))
        .as("events whose hash is another")
        .isZero();
    assertThat(
            number(
                """
                select count(*) from (
                  select recorded_at < lag(recorded_at) over (order by position) as back
                  from event_log) times where back
                """))
        .as("times that run backwards")
        .isZero();
  }

  /** Every read model holds every event of its aggregates, and none of them twice. */
  void isReadOnce(String tenant, Brief brief) {
    jdbc.sql("select set_config('lexohub.tenant', ?, false)").param(tenant).query().singleRow();
    assertThat(version("pro_formas", brief.proForma())).isEqualTo(of(brief.proForma()).size());
    assertThat(version("invoices", brief.invoice())).isEqualTo(of(brief.invoice()).size());
    assertThat(
            jdbc.sql("select paid from invoices where id = ?::uuid")
                .param(brief.invoice())
                .query(Long.class)
                .single())
        .isEqualTo(Brief.TOTAL);
  }

  private long version(String table, String id) {
    return jdbc.sql("select version from " + table + " where id = ?::uuid")
        .param(id)
        .query(Long.class)
        .single();
  }

  /** Nothing was parked, no process was left behind, no transaction met another in a deadlock. */
  void isSettled() {
    isSettledBut(List.of());
  }

  /**
   * @param underWay what a process may still be about
   */
  void isSettledBut(List<String> underWay) {
    assertThat(parked()).isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select saga_type || ': ' || convert_from(serialized_saga, 'UTF8')
                    from saga_entry saga
                    where saga_type !~ 'Expiry|Overdue' and not exists (
                      select 1 from association_value_entry about
                      where about.saga_id = saga.saga_id
                        and about.association_value = any(:underWay))
                    """)
                .param("underWay", underWay.toArray(String[]::new))
                .query(String.class)
                .list())
        .as("processes that have not ended")
        .isEmpty();
    assertThat(number("select deadlocks from pg_stat_database where datname = current_database()"))
        .as("deadlocks")
        .isZero();
  }

  /** What could not be applied, and why. */
  List<String> parked() {
    return jdbc.sql("select processing_group || ': ' || cause_message from dead_letter_entry")
        .query(String.class)
        .list();
  }

  /** Into how many parts the work of each processor is split. */
  Map<String, Integer> segments() {
    Map<String, Integer> segments = new TreeMap<>();
    jdbc.sql("select processor_name from token_entry")
        .query(String.class)
        .list()
        .forEach(group -> segments.merge(group, 1, Integer::sum));
    return segments;
  }

  /** Of these parts, those that nobody runs. */
  long unowned() {
    return number("select count(*) from token_entry where owner is null");
  }

  /** Who runs the processors. */
  List<String> owners() {
    return jdbc.sql("select distinct owner from token_entry where owner is not null")
        .query(String.class)
        .list();
  }

  long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
