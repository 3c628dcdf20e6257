package za.lexohub.embedded.eventbridge;

import java.time.Instant;
import java.util.List;

/**
 * An entry that was accepted.
 *
 * @param id that the caller was given
 * @param eventBusName {@code default} when the caller named none
 * @param detail JSON, as it was sent
 * @param time of the caller, else of the acceptance
 */
public record AcceptedEvent(
    String id,
    String eventBusName,
    String source,
    String detailType,
    String detail,
    Instant time,
    List<String> resources) {}
