package za.lexohub.audit.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What of a row is hashed, as {@code docs/leaf-hash.md} lays it down. */
final class Leaf {

  private static final int FIELDS = 12;
  private static final int UUID_BYTES = 16;

  /**
   * @throws ArithmeticException when one of its times is no number of microseconds
   */
  static byte[] record(LogRow row) {
    byte[][] fields = {
      number(row.position()),
      uuid(row.eventId()),
      text(row.aggregateType()),
      text(row.aggregateId()),
      number(row.sequence()),
      text(row.type()),
      text(row.revision()),
      text(row.tenant()),
      micros(row.occurredAt()),
      micros(row.recordedAt()),
      row.payload(),
      row.metadata()
    };
    int length = FIELDS * Integer.BYTES;
    for (byte[] field : fields) {
      length = Math.addExact(length, field.length);
    }
    ByteBuffer record = ByteBuffer.allocate(length);
    for (byte[] field : fields) {
      record.putInt(field.length).put(field);
    }
    return record.array();
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static byte[] uuid(UUID value) {
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] micros(Instant value) {
    return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
  }

  private Leaf() {}
}
