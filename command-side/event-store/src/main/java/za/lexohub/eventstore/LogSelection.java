package za.lexohub.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the log are wanted; what is null does not restrict.
 *
 * @param after positions above this one; 0 from the first on
 * @param through the last position wanted
 * @param recordedFrom rows recorded at this instant or later
 * @param recordedBefore rows recorded before this instant
 */
public record LogSelection(
    long after,
    long through,
    @Nullable String tenant,
    @Nullable String aggregateId,
    @Nullable String aggregateType,
    @Nullable String eventType,
    @Nullable Instant recordedFrom,
    @Nullable Instant recordedBefore) {

  public LogSelection {
    if (after < 0) {
      throw new IllegalArgumentException("positions begin at 1, not after " + after);
    }
  }

  /** The whole log. */
  public static LogSelection all() {
    return new LogSelection(0, Long.MAX_VALUE, null, null, null, null, null, null);
  }

  /** Only positions above this one: a cursor. */
  public LogSelection after(long position) {
    return new LogSelection(
        position,
        through,
        tenant,
        aggregateId,
        aggregateType,
        eventType,
        recordedFrom,
        recordedBefore);
  }

  /** Only positions up to and with this one. */
  public LogSelection through(long position) {
    return new LogSelection(
        after,
        position,
        tenant,
        aggregateId,
        aggregateType,
        eventType,
        recordedFrom,
        recordedBefore);
  }

  /** Only one tenant's. */
  public LogSelection ofTenant(@Nullable String id) {
    return new LogSelection(
        after, through, id, aggregateId, aggregateType, eventType, recordedFrom, recordedBefore);
  }

  /** Only one aggregate's. */
  public LogSelection ofAggregate(@Nullable String id) {
    return new LogSelection(
        after, through, tenant, id, aggregateType, eventType, recordedFrom, recordedBefore);
  }

  /** Only aggregates of this type, by the name that the log uses. */
  public LogSelection ofAggregateType(@Nullable String type) {
    return new LogSelection(
        after, through, tenant, aggregateId, type, eventType, recordedFrom, recordedBefore);
  }

  /** Only events of this logical name. */
  public LogSelection ofEventType(@Nullable String type) {
    return new LogSelection(
        after, through, tenant, aggregateId, aggregateType, type, recordedFrom, recordedBefore);
  }

  /** Only what was recorded from the one instant on and before the other. */
  public LogSelection recorded(@Nullable Instant from, @Nullable Instant before) {
    return new LogSelection(
        after, through, tenant, aggregateId, aggregateType, eventType, from, before);
  }
}
