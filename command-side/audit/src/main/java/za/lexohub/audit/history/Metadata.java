package za.lexohub.audit.history;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.AuditTrail.LoggedEvent;
import za.lexohub.audit.AuditTrail.Provenance;
import za.lexohub.audit.log.EventLine;
import za.lexohub.audit.log.LogRow;
import za.lexohub.messages.MetadataKeys;

/** Who and why, as it stands beside an event. */
final class Metadata {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Provenance of(LogRow row) {
    JsonNode metadata = JSON.readTree(row.metadata());
    return new Provenance(
        text(metadata, MetadataKeys.ACTOR_TYPE),
        text(metadata, MetadataKeys.ACTOR_ID),
        text(metadata, MetadataKeys.REASON),
        text(metadata, MetadataKeys.CORRELATION_ID),
        text(metadata, MetadataKeys.CAUSATION_ID),
        text(metadata, MetadataKeys.CLIENT_NETWORK),
        text(metadata, MetadataKeys.TRACEPARENT));
  }

  static LoggedEvent event(LogRow row) {
    return new LoggedEvent(
        row.position(),
        row.eventId(),
        row.aggregateType(),
        row.aggregateId(),
        row.sequence(),
        row.type(),
        row.revision(),
        row.tenant(),
        EventLine.instant(row.occurredAt()),
        EventLine.instant(row.recordedAt()),
        row.payloadText(),
        row.metadataText(),
        HexFormat.of().formatHex(row.leafHash()),
        of(row));
  }

  private static @Nullable String text(JsonNode metadata, String key) {
    JsonNode value = metadata.path(key);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }

  private Metadata() {}
}
