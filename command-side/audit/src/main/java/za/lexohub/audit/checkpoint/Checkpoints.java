package za.lexohub.audit.checkpoint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.tlog.Hash;

/** The signed checkpoints in PostgreSQL. */
public final class Checkpoints {

  private final JdbcClient jdbc;

  public Checkpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param note as it was signed
   */
  public record Row(long size, Hash root, String note, Instant sealedAt) {}

  public Optional<Row> newest() {
    return below(Long.MAX_VALUE, 1).stream().findFirst();
  }

  /** Largest first. */
  public List<Row> below(long size, int limit) {
    return jdbc.sql(
            "select size, root, note, sealed_at from log_checkpoint where size < ?"
                + " order by size desc limit ?")
        .params(size, limit)
        .query(
            (row, n) ->
                new Row(
                    row.getLong(1),
                    Hash.of(row.getBytes(2)),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Adds one, if this holder still has the lease and {@code previous} is still the newest.
   *
   * @param previous 0 for none
   */
  public boolean add(String holder, long epoch, long previous, long size, Hash root, String note) {
    return jdbc.sql("select record_checkpoint(?, ?, ?, ?, ?, ?)")
        .params(holder, epoch, previous, size, root.bytes(), note)
        .query(Boolean.class)
        .single();
  }
}
