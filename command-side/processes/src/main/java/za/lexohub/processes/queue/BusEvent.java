package za.lexohub.processes.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as the bus hands it to a queue: EventBridge's envelope, of which only this much is read.
 *
 * @param id of the delivery; an event that was put twice has two
 * @param detailType like {@code InvoiceGenerated}
 * @param source like {@code lexohub.invoices}
 * @param time when it happened, to the second: {@link #happenedAt}
 * @param detail one of the plan's two shapes, or a CloudEvent
 */
public record BusEvent(
    String id,
    @JsonProperty("detail-type") String detailType,
    String source,
    String time,
    JsonNode detail) {

  public BusEvent {
    if (blank(id) || blank(detailType) || blank(source) || blank(time)) {
      throw new IllegalArgumentException("id, detail-type, source or time is missing");
    }
    // Throws for what is no time.
    Instant.parse(time);
    if (detail == null || !detail.isObject()) {
      throw new IllegalArgumentException("detail is no object");
    }
    if (blank(tenant(detail))) {
      throw new IllegalArgumentException("detail names no tenant");
    }
  }

  public Instant happenedAt() {
    return Instant.parse(time);
  }

  /** Whose event it is. */
  public String tenant() {
    return String.valueOf(tenant(detail));
  }

  private static @Nullable String tenant(JsonNode detail) {
    return detail.path(detail.has("specversion") ? "tenantid" : "userId").asString(null);
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
