package za.lexohub.readmodels.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.position.ProjectionView.Segment;
import za.lexohub.readmodels.rebuild.RebuildProgress;
import za.lexohub.readmodels.rebuild.RebuildRows;
import za.lexohub.readmodels.row.Sql;

/**
 * Reads how all processing groups do from what their nodes write, so that every node can answer.
 * What a node tells is a moment old.
 */
public final class ProjectionViews {

  /**
   * A claim that was not renewed for this long is nobody's: the token store's own time limit. What
   * has an @ in its name fills a version beside and shows as a rebuild.
   */
  private static final String SEGMENTS =
      """
      select t.processor_name, t.segment, coalesce(p.position, 0) as position, p.rate, p.replaying,
             p.kind,
             case when t.timestamp::timestamptz > clock_timestamp() - interval '10 seconds'
                  then t.owner end as owner
        from token_entry t
        left join applied_positions p
          on p.group_name = t.processor_name and p.segment = t.segment
       where t.processor_name not like '\\_\\_%' and t.processor_name not like '%@%'
       order by t.processor_name, t.segment\
      """;

  private static final String PARKED =
      """
      select processing_group, count(distinct sequence_identifier) as parked
        from dead_letter_entry group by processing_group\
      """;

  private static final String WAITING_SINCE =
      """
      select extract(epoch from clock_timestamp() - recorded_at)::double precision
        from event_log where position = ?\
      """;

  private final JdbcClient jdbc;

  public ProjectionViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The position of the last event in the log. */
  public long head() {
    return jdbc.sql("select coalesce(max(position), 0) from event_log").query(Long.class).single();
  }

  /**
   * All groups that were ever processed, by name.
   *
   * @param head the position that lag is counted to
   */
  public List<ProjectionView> all(long head) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    jdbc.sql(SEGMENTS)
        .query((row, number) -> Row.of(row))
        .list()
        .forEach(row -> rows.computeIfAbsent(row.group, any -> new ArrayList<>()).add(row));
    Map<String, Long> parked = new LinkedHashMap<>();
    jdbc.sql(PARKED)
        .query(
            row -> {
              parked.put(row.getString(1), row.getLong(2));
            });
    Map<String, SelfCheckView> checks = checks();
    Map<String, RebuildProgress> rebuilds = new LinkedHashMap<>();
    RebuildRows.progress(jdbc, head).forEach(one -> rebuilds.put(one.group(), one.progress()));
    return rows.entrySet().stream()
        .map(
            group ->
                view(
                    group.getKey(),
                    group.getValue(),
                    head,
                    parked.getOrDefault(group.getKey(), 0L),
                    checks.get(group.getKey()),
                    rebuilds.get(group.getKey())))
        .toList();
  }

  private ProjectionView view(
      String group,
      List<Row> rows,
      long head,
      long parked,
      @Nullable SelfCheckView check,
      @Nullable RebuildProgress rebuild) {
    long applied = rows.stream().mapToLong(Row::position).min().orElse(AppliedPositions.NOTHING);
    return new ProjectionView(
        group,
        rows.getFirst().kind,
        applied,
        Math.max(0, head - applied),
        head > applied ? waiting(applied + 1) : 0,
        rows.stream().mapToDouble(Row::rate).min().orElse(0),
        rows.stream().anyMatch(Row::replaying),
        parked,
        rows.stream().map(row -> new Segment(row.segment, row.owner, row.position)).toList(),
        check,
        rebuild);
  }

  private double waiting(long position) {
    return Math.max(
        0, jdbc.sql(WAITING_SINCE).param(position).query(Double.class).optional().orElse(0.0));
  }

  private Map<String, SelfCheckView> checks() {
    Map<String, SelfCheckView> checks = new LinkedHashMap<>();
    jdbc.sql(
            """
            select c.group_name, c.checked_at, c.tenants, c.aggregates,
                   (select count(*) from self_check_drifts d where d.group_name = c.group_name)
                     as drifts
              from self_checks c\
            """)
        .query(
            row -> {
              checks.put(
                  row.getString("group_name"),
                  new SelfCheckView(
                      Sql.instant(row, "checked_at"),
                      row.getLong("tenants"),
                      row.getLong("aggregates"),
                      row.getLong("drifts")));
            });
    return checks;
  }

  private record Row(
      String group,
      int segment,
      long position,
      double rate,
      boolean replaying,
      @Nullable String kind,
      @Nullable String owner) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("processor_name"),
          row.getInt("segment"),
          row.getLong("position"),
          row.getDouble("rate"),
          row.getBoolean("replaying"),
          row.getString("kind"),
          row.getString("owner"));
    }
  }
}
