package za.lexohub.readmodels.live;

import java.time.Instant;

/**
 * Something has changed. Says nothing of its content: whoever may know that reads it.
 *
 * @param position in the log
 * @param type logical name of the event
 * @param version the aggregate's version after the change: the count of its events, from 1
 */
public record Change(
    String tenant,
    long position,
    String type,
    String aggregateType,
    String aggregateId,
    long version,
    Instant recordedAt) {}
