package za.lexohub.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One event as an export writes it. Its leaf hash is SHA-256 over a zero byte and the record:
 * twelve fields, each with its length as four bytes before it.
 */
record EventLine(
    long position,
    byte[] eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String type,
    String revision,
    String tenant,
    long occurredAt,
    long recordedAt,
    String payload,
    String metadata,
    byte[] leafHash) {

  private static final List<String> NAMES =
      List.of(
          "position",
          "eventId",
          "aggregateType",
          "aggregateId",
          "sequence",
          "type",
          "revision",
          "tenant",
          "occurredAt",
          "recordedAt",
          "payload",
          "metadata",
          "leafHash");

  static EventLine read(Map<String, Object> line) throws Malformed {
    if (!line.keySet().equals(new TreeSet<>(NAMES))) {
      TreeSet<String> missing = new TreeSet<>(NAMES);
      missing.removeAll(line.keySet());
      TreeSet<String> foreign = new TreeSet<>(line.keySet());
      NAMES.forEach(foreign::remove);
      throw new Malformed("fields missing: " + missing + ", unknown: " + foreign);
    }
    long position = Json.whole(line, "position");
    if (position < 1) {
      throw new Malformed("a position is 1 or more");
    }
    long sequence = Json.whole(line, "sequence");
    if (sequence < 0) {
      throw new Malformed("a sequence is 0 or more");
    }
    return new EventLine(
        position,
        uuid(Json.string(line, "eventId")),
        Json.string(line, "aggregateType"),
        Json.string(line, "aggregateId"),
        sequence,
        Json.string(line, "type"),
        Json.string(line, "revision"),
        Json.string(line, "tenant"),
        micros(Json.string(line, "occurredAt")),
        micros(Json.string(line, "recordedAt")),
        Json.string(line, "payload"),
        Json.string(line, "metadata"),
        Bytes.hex(Json.string(line, "leafHash"), 32));
  }

  byte[] leaf() {
    return leafAt(position);
  }

  /** The leaf hash this event would have at another position. */
  byte[] leafAt(long otherPosition) {
    return MerkleTree.leaf(recordAt(otherPosition));
  }

  byte[] recordAt(long otherPosition) {
    ByteArrayOutputStream record = new ByteArrayOutputStream(256 + payload.length());
    number(record, otherPosition);
    field(record, eventId);
    text(record, aggregateType);
    text(record, aggregateId);
    number(record, sequence);
    text(record, type);
    text(record, revision);
    text(record, tenant);
    number(record, occurredAt);
    number(record, recordedAt);
    text(record, payload);
    text(record, metadata);
    return record.toByteArray();
  }

  /** The id as people write it. */
  String id() {
    return Bytes.hex(eventId).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private static byte[] uuid(String text) throws Malformed {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new Malformed("\"eventId\" is no UUID");
    }
    return Bytes.hex(text.replace("-", ""), 16);
  }

  private static long micros(String text) throws Malformed {
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z")) {
      throw new Malformed("not an instant with six digits of a second: " + text);
    }
    try {
      LocalDateTime instant = LocalDateTime.parse(text.substring(0, 26));
      return instant.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + instant.getNano() / 1_000;
    } catch (DateTimeException e) {
      throw new Malformed("no such instant: " + text);
    }
  }

  private static void number(ByteArrayOutputStream record, long value) {
    field(record, ByteBuffer.allocate(8).putLong(value).array());
  }

  private static void text(ByteArrayOutputStream record, String value) {
    field(record, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void field(ByteArrayOutputStream record, byte[] value) {
    record.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
    record.writeBytes(value);
  }
}
