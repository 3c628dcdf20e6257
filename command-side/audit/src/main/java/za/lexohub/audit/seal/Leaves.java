package za.lexohub.audit.seal;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.tlog.Hash;

/**
 * The leaves of the log, each computed again from the stored row. Positions are dense and in commit
 * order, so whatever can be read has nothing before it that is still to come.
 */
final class Leaves {

  private static final int PAGE = 5000;

  private final JdbcClient jdbc;
  private final Runnable pulse;

  /**
   * @param pulse run between pages; what it throws ends the reading
   */
  Leaves(JdbcClient jdbc, Runnable pulse) {
    this.jdbc = jdbc;
    this.pulse = pulse;
  }

  /** The last position; 0 of an empty log. */
  long head() {
    return jdbc.sql("select coalesce(max(position), 0) from event_log").query(Long.class).single();
  }

  /**
   * Gives the leaves of the positions after {@code after} up to {@code through}, in order.
   *
   * @throws Altered when one is missing or its row is no longer what was written
   */
  void each(long after, long through, Consumer<Hash> taker) {
    long position = after;
    while (position < through) {
      List<Row> page = page(position, (int) Math.min(PAGE, through - position));
      if (page.isEmpty()) {
        throw new Altered("position " + (position + 1) + " missing");
      }
      for (Row row : page) {
        position++;
        if (row.position != position) {
          throw new Altered("position " + position + " missing");
        }
        if (!row.intact) {
          throw new Altered(
              "position " + position + ": payload or field altered (leaf hash differs)");
        }
        taker.accept(row.leaf);
      }
      pulse.run();
    }
  }

  private List<Row> page(long after, int limit) {
    return jdbc.sql(
            """
            select position, leaf_hash, leaf_hash = event_leaf_hash(position, event_id,
              aggregate_type, aggregate_id, sequence, event_type, revision, tenant_id, occurred_at,
              recorded_at, payload, metadata)
            from event_log where position > ? order by position limit ?
            """)
        .params(after, limit)
        .query((row, n) -> new Row(row.getLong(1), Hash.of(row.getBytes(2)), row.getBoolean(3)))
        .list();
  }

  private record Row(long position, Hash leaf, boolean intact) {}
}
