package za.lexohub.readmodels.position;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where nodes tell each other how far the segments they run have come. What stands here was true
 * when it was written and can only be too low since, but for a reset, which must {@link #forget}.
 */
public final class PublishedPositions {

  /** No segment has this number; under it stands the floor. */
  private static final int FLOOR = -1;

  /** Nor this; under it stands how often the group began anew. */
  private static final int BEGINNINGS = -2;

  private final JdbcClient jdbc;

  public PublishedPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void publish(String group, int segment, long position) {
    jdbc.sql(
            """
            insert into applied_positions (group_name, segment, position) values (?, ?, ?)
            on conflict (group_name, segment) do update set position = excluded.position\
            """)
        .params(group, segment, position)
        .update();
  }

  /** As {@link #publish(String, int, long)}, with everything else that a node knows. */
  public void publish(String group, SegmentProgress progress) {
    jdbc.sql(
            """
            insert into applied_positions
              (group_name, segment, position, told_at, rate, replaying, kind)
            values (?, ?, ?, clock_timestamp(), ?, ?, ?)
            on conflict (group_name, segment) do update
               set position = excluded.position, told_at = excluded.told_at,
                   rate = excluded.rate, replaying = excluded.replaying, kind = excluded.kind\
            """)
        .params(
            group,
            progress.segment(),
            progress.position(),
            progress.rate(),
            progress.replaying(),
            progress.kind())
        .update();
  }

  /** By segment. */
  public Map<Integer, Long> of(String group) {
    Map<Integer, Long> positions = new HashMap<>();
    jdbc.sql(
            "select segment, position from applied_positions where group_name = ? and segment >= 0")
        .params(group)
        .query(
            row -> {
              positions.put(row.getInt(1), row.getLong(2));
            });
    return positions;
  }

  /** The group begins anew; how far it had come is its {@link #floor} from now on. */
  public void forget(String group) {
    jdbc.sql(
            """
            insert into applied_positions (group_name, segment, position)
            select group_name, ?, max(position) from applied_positions
             where group_name = ? and segment >= ? group by group_name
            on conflict (group_name, segment) do update set position = excluded.position\
            """)
        .params(FLOOR, group, FLOOR)
        .update();
    jdbc.sql(
            """
            insert into applied_positions (group_name, segment, position) values (?, ?, 1)
            on conflict (group_name, segment) do update
               set position = applied_positions.position + 1\
            """)
        .params(group, BEGINNINGS)
        .update();
    jdbc.sql("delete from applied_positions where group_name = ? and segment >= 0")
        .param(group)
        .update();
  }

  /** See {@link AppliedPositions#floor}. */
  public long floor(String group) {
    return under(FLOOR, group);
  }

  /** See {@link AppliedPositions#beginnings}. */
  public long beginnings(String group) {
    return under(BEGINNINGS, group);
  }

  private long under(int segment, String group) {
    return jdbc.sql("select position from applied_positions where group_name = ? and segment = ?")
        .params(group, segment)
        .query(Long.class)
        .optional()
        .orElse(AppliedPositions.NOTHING);
  }

  /** Whether events of this sequence wait in the group's dead-letter queue, on whichever node. */
  public boolean isParked(String group, String sequenceId) {
    Optional<Integer> letter =
        jdbc.sql(
                "select 1 from dead_letter_entry"
                    + " where processing_group = ? and sequence_identifier = ? limit 1")
            .params(group, sequenceId)
            .query(Integer.class)
            .optional();
    return letter.isPresent();
  }

  /** See {@link AppliedPositions#isAnyParked}. */
  public boolean isAnyParked(String group, String tenant) {
    return jdbc.sql(
            """
            select 1 from dead_letter_entry
             where processing_group = ?
               and coalesce(convert_from(meta_data, 'UTF8')::json ->> 'tenant', ?) = ?
             limit 1\
            """)
        .params(group, tenant, tenant)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
