package za.lexohub.audit.log;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import za.lexohub.audit.tlog.Hash;

/**
 * An event as the log holds it.
 *
 * @param payload the stored bytes, UTF-8 JSON
 * @param metadata the stored bytes, UTF-8 JSON
 */
public record LogRow(
    long position,
    UUID eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String type,
    String revision,
    String tenant,
    Instant occurredAt,
    Instant recordedAt,
    byte[] payload,
    byte[] metadata,
    byte[] leafHash) {

  public static final String COLUMNS =
      "position, event_id, aggregate_type, aggregate_id, sequence, event_type, revision, tenant_id,"
          + " occurred_at, recorded_at, payload, metadata, leaf_hash";

  /** Out of a result that has the {@link #COLUMNS}. */
  public static LogRow of(ResultSet row) throws SQLException {
    return new LogRow(
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getString("event_type"),
        row.getString("revision"),
        row.getString("tenant_id"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getBytes("payload"),
        row.getBytes("metadata"),
        row.getBytes("leaf_hash"));
  }

  public String payloadText() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  public String metadataText() {
    return new String(metadata, StandardCharsets.UTF_8);
  }

  /**
   * Computed anew from everything that the row says, without the database; what it says its hash is
   * plays no part.
   *
   * @throws ArithmeticException when one of its times cannot be written as a leaf has it
   */
  public Hash leaf() {
    return Hash.leaf(Leaf.record(this));
  }

  int bytes() {
    return payload.length + metadata.length;
  }
}
