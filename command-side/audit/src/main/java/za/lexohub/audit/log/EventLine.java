package za.lexohub.audit.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as one line of JSON. Payload and metadata are strings that hold the stored text exactly,
 * so whoever has the line can compute its leaf hash.
 */
public final class EventLine {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** Without a line break. */
  public static String of(LogRow row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("position", row.position());
    line.put("eventId", row.eventId().toString());
    line.put("aggregateType", row.aggregateType());
    line.put("aggregateId", row.aggregateId());
    line.put("sequence", row.sequence());
    line.put("type", row.type());
    line.put("revision", row.revision());
    line.put("tenant", row.tenant());
    line.put("occurredAt", instant(row.occurredAt()));
    line.put("recordedAt", instant(row.recordedAt()));
    line.put("payload", row.payloadText());
    line.put("metadata", row.metadataText());
    line.put("leafHash", HexFormat.of().formatHex(row.leafHash()));
    return json(line);
  }

  /** With exactly six digits of a second, as the log keeps it. */
  public static String instant(Instant instant) {
    return MICROSECONDS.format(instant);
  }

  /** One line, keys in the order of the map. */
  public static String json(Map<String, ?> object) {
    return JSON.writeValueAsString(object);
  }

  private EventLine() {}
}
