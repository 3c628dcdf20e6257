package za.lexohub.projectors.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.processing.Failure;

/**
 * Reads the dead-letter queues of all groups, also those that no processor on this node fills. From
 * the table itself: Axon's queue would read every payload to tell a count.
 */
final class ParkedSequences {

  /** Those that are shown; who has more than that has one cause for all of them. */
  static final int SHOWN = 500;

  private static final String BY_SEQUENCE =
      """
      select distinct on (sequence_identifier)
        sequence_identifier, event_identifier, payload_type, type, aggregate_identifier,
        sequence_number, timestamp, enqueued_at, coalesce(last_touched, enqueued_at) as touched_at,
        cause_type, cause_message,
        jsonb_path_query_first(convert_from(token, 'UTF8')::jsonb, '$.globalIndex') #>> '{}'
          as position,
        convert_from(diagnostics, 'UTF8')::jsonb ->> 'causeType' as thrown,
        convert_from(diagnostics, 'UTF8')::jsonb ->> 'tried' as tried,
        count(*) over (partition by sequence_identifier) as events
      from dead_letter_entry
      where processing_group = ? and (cast(? as text) is null or sequence_identifier = ?)
      order by sequence_identifier, sequence_index
      limit ?\
      """;

  private final JdbcClient jdbc;

  ParkedSequences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many sequences wait, by group; groups with none are left out. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(
            "select processing_group, count(distinct sequence_identifier)"
                + " from dead_letter_entry group by processing_group")
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }

  /** No more than {@link #SHOWN}. */
  List<ParkedSequence> of(String group) {
    return jdbc.sql(BY_SEQUENCE)
        .params(group, null, null, SHOWN)
        .query((row, number) -> sequence(row))
        .list();
  }

  Optional<ParkedSequence> find(String group, String sequence) {
    return jdbc.sql(BY_SEQUENCE)
        .params(group, sequence, sequence, 1)
        .query((row, number) -> sequence(row))
        .optional();
  }

  private static ParkedSequence sequence(ResultSet row) throws SQLException {
    return new ParkedSequence(
        row.getString("sequence_identifier"),
        row.getLong("events"),
        new ParkedSequence.Event(
            row.getString("event_identifier"),
            row.getString("payload_type"),
            row.getString("type"),
            row.getString("aggregate_identifier"),
            number(row.getString("position")),
            number(row.getString("sequence_number")),
            Instant.parse(row.getString("timestamp"))),
        cause(row),
        tried(row),
        Instant.parse(row.getString("enqueued_at")),
        Instant.parse(row.getString("touched_at")));
  }

  private static @Nullable Failure cause(ResultSet row) throws SQLException {
    String type = row.getString("thrown");
    if (type == null) {
      type = row.getString("cause_type");
    }
    return type == null ? null : new Failure(type, row.getString("cause_message"));
  }

  private static long tried(ResultSet row) throws SQLException {
    Long tried = number(row.getString("tried"));
    return tried == null ? 0 : tried;
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null ? null : Long.valueOf(text);
  }
}
