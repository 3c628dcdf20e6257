package za.lexohub.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the log as it is stored, nothing decoded and nothing left out: what the leaf hash
 * covers, in the order it covers it, and the hash.
 *
 * @param position from 1, dense, in commit order
 * @param sequence from 0 in the aggregate, dense
 * @param eventType the logical name
 * @param occurredAt by the clock of the node that decided, in microseconds
 * @param recordedAt by the database's clock, in microseconds; never runs backwards along positions
 * @param payload UTF-8 JSON, the bytes that were hashed
 * @param metadata UTF-8 JSON, the bytes that were hashed
 * @param leafHash 32 bytes
 */
public record LoggedRow(
    long position,
    UUID eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String eventType,
    String revision,
    String tenant,
    Instant occurredAt,
    Instant recordedAt,
    byte[] payload,
    byte[] metadata,
    byte[] leafHash) {}
