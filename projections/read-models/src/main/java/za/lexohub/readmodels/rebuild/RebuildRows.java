package za.lexohub.readmodels.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.rebuild.Rebuild.Beside;
import za.lexohub.readmodels.rebuild.Rebuild.Cause;
import za.lexohub.readmodels.rebuild.Rebuild.State;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;

/**
 * Keeps what stands beside the read models: its state, its tables and where its processor is. Each
 * change belongs in one transaction with what it follows from.
 */
public final class RebuildRows {

  private final JdbcClient jdbc;

  public RebuildRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of all read models that were ever rebuilt, by name; without their reports, which are long. */
  public List<Rebuild> all() {
    return jdbc.sql(
            """
            select group_name, version, live_version, past_version, state, segments, begun_at,
                   changed_at, reached, cause, cast(null as text) as report
              from rebuilds order by group_name\
            """)
        .query(RebuildRows::row)
        .list();
  }

  public Optional<Rebuild> find(String group) {
    return jdbc.sql("select * from rebuilds where group_name = ?")
        .param(group)
        .query(RebuildRows::row)
        .optional();
  }

  /** As {@link #find}, and nobody changes or begins it before the transaction has ended. */
  public Optional<Rebuild> hold(String group) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("rebuild of " + group)
        .query()
        .singleRow();
    return find(group);
  }

  /** The tables of a read model. */
  public List<String> tables(String group) {
    return jdbc.sql("select rebuild.tables_of(?)").param(group).query(String.class).list();
  }

  /** Empty tables of the next version stand beside those that are read. */
  public void begin(String group, int segments) {
    discardTables(group);
    jdbc.sql("select rebuild.prepare(?)").param(group).query().singleRow();
    jdbc.sql(
            """
            insert into rebuilds (group_name, version, state, segments) values (?, 2, 'FILLING', ?)
            on conflict (group_name) do update
               set version = rebuilds.version + 1, state = 'FILLING',
                   segments = excluded.segments, begun_at = clock_timestamp(),
                   changed_at = clock_timestamp(), cause = null, past_version = null,
                   compared_at = null, report = null\
            """)
        .params(group, segments)
        .update();
  }

  public void compared(String group, State state, Report report) {
    jdbc.sql(
            """
            update rebuilds set state = ?, report = ?, changed_at = clock_timestamp(),
                   compared_at = clock_timestamp() where group_name = ?\
            """)
        .params(state.name(), Json.write(report), group)
        .update();
  }

  /** The planner learns what stands in the version beside. */
  public void settle(String group) {
    jdbc.sql("select rebuild.settle(?)").param(group).query().singleRow();
  }

  /**
   * Nobody writes what is read before the transaction has ended, and nobody parks an event: what
   * was parked after the version beside had been found complete would be forgotten with the rest.
   * Everybody reads.
   *
   * @param patience of the wait for who writes now
   */
  public void holdWriters(String group, String patience) {
    jdbc.sql("select set_config('lock_timeout', ?, true)")
        .param(patience)
        .query(String.class)
        .single();
    for (String table : tables(group)) {
      jdbc.sql("lock table public." + table + " in exclusive mode").update();
    }
    jdbc.sql("lock table dead_letter_entry in exclusive mode").update();
  }

  /** The tables of the version beside are read from now on, and the others stand beside. */
  public void moveTables(String group, Beside coming) {
    jdbc.sql("select rebuild.swap(?, ?, ?)")
        .params(group, coming.schema(), coming.other().schema())
        .query()
        .singleRow();
  }

  /**
   * After its tables were moved: the group goes on from where the version is that has come, in as
   * many segments as it had.
   *
   * @param token of the version that has come: the lowest over its segments
   * @param reached the highest position over its segments
   */
  public void moved(Rebuild before, Beside coming, Token token, long reached) {
    String group = before.group();
    dropTokens(coming.processor(group));
    // Left by a node that began to fill it from a list it had read before this.
    dropTokens(coming.other().processor(group));
    jdbc.sql(
            """
            insert into token_entry (processor_name, segment, token, token_type, timestamp, owner)
            select ?, segment, token, token_type, timestamp, null from token_entry
             where processor_name = ?\
            """)
        .params(coming.other().processor(group), group)
        .update();
    jdbc.sql("update token_entry set token = ?, token_type = ? where processor_name = ?")
        .params(token.content(), token.type(), group)
        .update();
    jdbc.sql(
            """
            update rebuilds
               set state = ?, live_version = coalesce(past_version, version),
                   past_version = case when past_version is null then live_version end,
                   reached = ?, changed_at = clock_timestamp()
             where group_name = ?\
            """)
        .params(
            (coming == Beside.REBUILD ? State.PROMOTED : State.ROLLED_BACK).name(), reached, group)
        .update();
  }

  /**
   * What was parked in the version that goes was applied in the one that comes.
   *
   * @return how many sequences that were
   */
  public long forgetParked(String group) {
    long sequences =
        jdbc.sql(
                "select count(distinct sequence_identifier) from dead_letter_entry"
                    + " where processing_group = ?")
            .param(group)
            .query(Long.class)
            .single();
    jdbc.sql("delete from dead_letter_entry where processing_group = ?").param(group).update();
    return sequences;
  }

  /**
   * Nothing stands beside any more.
   *
   * @param cause when nobody wished it
   */
  public void end(String group, State state, @Nullable Cause cause) {
    discardTables(group);
    jdbc.sql(
            """
            update rebuilds
               set state = ?, cause = ?, reached = coalesce(?, reached), past_version = null,
                   changed_at = clock_timestamp()
             where group_name = ?\
            """)
        .params(
            state.name(),
            cause == null ? null : Json.write(cause),
            cause == null || cause.position() == 0 ? null : cause.position(),
            group)
        .update();
  }

  /**
   * Where a processor is, as it was stored.
   *
   * @param type of the content, as its serializer names it
   */
  public record Token(int segment, String type, byte[] content) {}

  /** By segment; those that have none yet are left out. */
  public List<Token> tokens(String processor) {
    return jdbc.sql(
            """
            select segment, token_type, token from token_entry
             where processor_name = ? and token is not null order by segment\
            """)
        .param(processor)
        .query((row, number) -> new Token(row.getInt(1), row.getString(2), row.getBytes(3)))
        .list();
  }

  /** Whether an event of these types stands after one position and up to another. */
  public boolean isAnyBetween(long after, long through, List<String> types) {
    return after < through
        && jdbc.sql(
                """
                select exists (select from event_log
                 where position > ? and position <= ? and event_type = any(?))\
                """)
            .params(after, through, types.toArray(String[]::new))
            .query(Boolean.class)
            .single();
  }

  /**
   * How far what stands beside is, of those that were not discarded, by group.
   *
   * @param head the position of the last event in the log
   */
  public List<Progress> progress(long head) {
    return progress(jdbc, head);
  }

  /** Of one group. */
  public record Progress(String group, RebuildProgress progress) {}

  /** As {@link #progress(long)}, for who has no such rows at hand. */
  public static List<Progress> progress(JdbcClient jdbc, long head) {
    return jdbc.sql(
            """
            select r.group_name, r.version, r.state,
                   coalesce(min(case when t.segment is not null then coalesce(p.position, 0) end),
                     r.reached) as reached,
                   coalesce(min(coalesce(p.rate, 0)), 0) as rate
              from rebuilds r
              left join token_entry t on t.processor_name =
                   r.group_name || case when r.state = 'PROMOTED' then '@retired' else '@rebuild' end
              left join applied_positions p
                on p.group_name = t.processor_name and p.segment = t.segment
             where r.state <> 'DISCARDED'
             group by r.group_name, r.version, r.state, r.reached order by r.group_name\
            """)
        .query(
            (row, number) ->
                new Progress(
                    row.getString("group_name"),
                    RebuildProgress.of(
                        row.getInt("version"),
                        State.valueOf(row.getString("state")),
                        row.getLong("reached"),
                        head,
                        row.getDouble("rate"))))
        .list();
  }

  private void discardTables(String group) {
    jdbc.sql("select rebuild.discard(?)").param(group).query().singleRow();
    for (Beside beside : Beside.values()) {
      dropTokens(beside.processor(group));
    }
  }

  private void dropTokens(String processor) {
    jdbc.sql("delete from token_entry where processor_name = ?").param(processor).update();
    jdbc.sql("delete from applied_positions where group_name = ?").param(processor).update();
  }

  private static Rebuild row(ResultSet row, int number) throws SQLException {
    return new Rebuild(
        row.getString("group_name"),
        row.getInt("version"),
        row.getInt("live_version"),
        row.getObject("past_version", Integer.class),
        State.valueOf(row.getString("state")),
        row.getInt("segments"),
        Sql.instant(row, "begun_at"),
        Sql.instant(row, "changed_at"),
        row.getLong("reached"),
        Json.optionalColumn(row, "cause", Cause.class),
        Json.optionalColumn(row, "report", Report.class));
  }
}
