package za.lexohub.processes.eventbridge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;

/**
 * An event as CloudEvents 1.0.2 writes it in JSON. {@code source} and {@code id} together are
 * unique, so that who receives it twice can tell.
 *
 * @param dataschema the {@code $id} of a schema in {@code docs/schemas/bus}
 * @param sequence the event's place in the life of its aggregate, from 0
 * @param data money in minor units with its currency; no personal data
 */
@JsonPropertyOrder({
  "specversion",
  "id",
  "source",
  "type",
  "subject",
  "time",
  "datacontenttype",
  "dataschema",
  "tenantid",
  "sequence",
  "correlationid",
  "causationid",
  "traceparent",
  "data"
})
@JsonInclude(Include.NON_NULL)
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    String dataschema,
    String tenantid,
    @Nullable String sequence,
    @Nullable String correlationid,
    @Nullable String causationid,
    @Nullable String traceparent,
    Object data) {

  /**
   * @param subject the aggregate's id
   */
  static CloudEvent of(
      EventMessage<?> event, Announcement announcement, String subject, Object data) {
    String tenant = String.valueOf(event.getMetaData().get(MetadataKeys.TENANT));
    return new CloudEvent(
        "1.0",
        event.getIdentifier(),
        "/tenants/" + tenant + "/" + announcement.source().collection(),
        announcement.type(),
        subject,
        event.getTimestamp(),
        "application/json",
        announcement.schema(),
        tenant,
        event instanceof DomainEventMessage<?> domain
            ? Long.toString(domain.getSequenceNumber())
            : null,
        text(event, MetadataKeys.CORRELATION_ID),
        text(event, MetadataKeys.CAUSATION_ID),
        text(event, MetadataKeys.TRACEPARENT),
        data);
  }

  private static @Nullable String text(EventMessage<?> event, String key) {
    return event.getMetaData().get(key) instanceof String value ? value : null;
  }
}
