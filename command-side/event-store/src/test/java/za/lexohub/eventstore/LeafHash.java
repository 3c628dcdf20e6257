package za.lexohub.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The leaf hash as the migration describes it, written a second time and in another language. */
final class LeafHash {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  static byte[] of(ResultSet row) throws SQLException {
    LeafHash leaf = new LeafHash();
    leaf.bytes.write(0);
    leaf.number(row.getLong("position"));
    UUID eventId = row.getObject("event_id", UUID.class);
    leaf.field(
        ByteBuffer.allocate(16)
            .putLong(eventId.getMostSignificantBits())
            .putLong(eventId.getLeastSignificantBits())
            .array());
    leaf.text(row.getString("aggregate_type"));
    leaf.text(row.getString("aggregate_id"));
    leaf.number(row.getLong("sequence"));
    leaf.text(row.getString("event_type"));
    leaf.text(row.getString("revision"));
    leaf.text(row.getString("tenant_id"));
    leaf.number(micros(row.getObject("occurred_at", OffsetDateTime.class)));
    leaf.number(micros(row.getObject("recorded_at", OffsetDateTime.class)));
    leaf.field(row.getBytes("payload"));
    leaf.field(row.getBytes("metadata"));
    try {
      return MessageDigest.getInstance("SHA-256").digest(leaf.bytes.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long micros(OffsetDateTime instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant.toInstant());
  }

  private void number(long value) {
    field(ByteBuffer.allocate(8).putLong(value).array());
  }

  private void text(String value) {
    field(value.getBytes(StandardCharsets.UTF_8));
  }

  private void field(byte[] value) {
    try {
      out.writeInt(value.length);
      out.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
