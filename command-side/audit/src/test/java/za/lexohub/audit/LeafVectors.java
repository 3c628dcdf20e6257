package za.lexohub.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import za.lexohub.audit.tlog.Hash;

/** The published examples of leaves, and how they are written down. */
final class LeafVectors {

  static final Path FILE = Path.of("..", "..", "docs", "vectors", "leaf-hash.json");

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
          .withZone(java.time.ZoneOffset.UTC);

  static List<LeafRecord> all() {
    String id = "7bd6dcca-80e1-34bb-abcc-d4a8a303c541";
    String tenant = "7a1d0c5e-0001-4000-8000-000000000001";
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    String payload =
        "{\"proFormaId\":\"" + id + "\",\"amount\":{\"amount\":1150000,\"currency\":\"ZAR\"}}";
    String metadata = "{\"tenant\":\"" + tenant + "\",\"correlationId\":\"c-1\"}";
    return List.of(
        event(
            1, 0, "ProForma", id, "ProFormaLinkIssued", "1", tenant, noon, noon, payload, metadata),
        event(2, 1, "ProForma", id, "ProFormaSent", "2", tenant, noon, noon, payload, "{}"),
        // One byte of the payload is another one.
        event(
            2,
            1,
            "ProForma",
            id,
            "ProFormaSent",
            "2",
            tenant,
            noon,
            noon,
            payload.replace("1150000", "1150001"),
            "{}"),
        event(
            3,
            2,
            "ProForma",
            id,
            "ProFormaAccepted",
            "1",
            tenant,
            Instant.parse("2026-11-22T12:00:00.000001Z"),
            Instant.parse("2026-11-22T12:00:00.999999Z"),
            "{}",
            "{}"),
        // Zoë, an e with an accent of its own, Georgian, an emoji outside the first plane.
        event(
            4,
            0,
            "Matter",
            "Zoë/Zoe\u0308",
            "MatterOpened",
            "1",
            "tenant-ქ",
            noon,
            noon,
            "{\"title\":\"Zoë v Zoe\u0308 \u10e5 \ud83d\ude00 \\u0000 \\\"\"}",
            "{\"reason\":\"größer\"}"),
        // Written with spaces and a line break: what is stored counts, not what it means.
        event(
            5,
            1,
            "Matter",
            "m",
            "MatterPutOnHold",
            "1",
            tenant,
            noon,
            noon,
            "{ \"b\" : 1,\n  \"a\" : 2 }",
            "{ }"),
        event(
            6,
            2,
            "Matter",
            "m",
            "MatterResumed",
            "1",
            tenant,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("2200-01-01T00:00:00Z"),
            "{}",
            "{}"),
        event(
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "Invoice",
            "i",
            "InvoiceGenerated",
            "10",
            tenant,
            noon,
            noon,
            "{\"narrative\":\"" + "Heads of argument. ".repeat(400) + "\"}",
            "{}"),
        event(256, 255, "T", "", "", "", "", Instant.EPOCH, Instant.EPOCH, "", ""));
  }

  private static LeafRecord event(
      long position,
      long sequence,
      String aggregateType,
      String aggregateId,
      String type,
      String revision,
      String tenant,
      Instant occurredAt,
      Instant recordedAt,
      String payload,
      String metadata) {
    return new LeafRecord(
        position,
        new UUID(0x0123456789abcdefL, position),
        aggregateType,
        aggregateId,
        sequence,
        type,
        revision,
        tenant,
        occurredAt,
        recordedAt,
        payload,
        metadata);
  }

  static Map<String, Object> written(LeafRecord leaf) {
    String hash = Hash.leaf(leaf.bytes()).hex();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("position", leaf.position());
    event.put("eventId", leaf.eventId().toString());
    event.put("aggregateType", leaf.aggregateType());
    event.put("aggregateId", leaf.aggregateId());
    event.put("sequence", leaf.sequence());
    event.put("type", leaf.type());
    event.put("revision", leaf.revision());
    event.put("tenant", leaf.tenant());
    event.put("occurredAt", MICROS.format(leaf.occurredAt()));
    event.put("recordedAt", MICROS.format(leaf.recordedAt()));
    event.put("payload", leaf.payload());
    event.put("metadata", leaf.metadata());
    event.put("leafHash", hash);
    Map<String, Object> vector = new LinkedHashMap<>();
    vector.put("event", event);
    vector.put("record", HexFormat.of().formatHex(leaf.bytes()));
    vector.put("leafHash", hash);
    return vector;
  }

  private LeafVectors() {}
}
