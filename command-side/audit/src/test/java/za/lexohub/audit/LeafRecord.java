package za.lexohub.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An event as {@code docs/leaf-hash.md} says it is hashed, written a second time beside SQL. */
record LeafRecord(
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
    String payload,
    String metadata) {

  byte[] bytes() {
    Fields fields = new Fields();
    fields.number(position);
    fields.field(
        ByteBuffer.allocate(16)
            .putLong(eventId.getMostSignificantBits())
            .putLong(eventId.getLeastSignificantBits())
            .array());
    fields.text(aggregateType);
    fields.text(aggregateId);
    fields.number(sequence);
    fields.text(type);
    fields.text(revision);
    fields.text(tenant);
    fields.number(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt));
    fields.number(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
    fields.text(payload);
    fields.text(metadata);
    return fields.out.toByteArray();
  }

  private static final class Fields {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void number(long value) {
      field(ByteBuffer.allocate(8).putLong(value).array());
    }

    void text(String value) {
      field(value.getBytes(StandardCharsets.UTF_8));
    }

    void field(byte[] value) {
      out.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
      out.writeBytes(value);
    }
  }
}
