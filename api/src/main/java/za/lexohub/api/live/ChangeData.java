package za.lexohub.api.live;

import java.time.Instant;
import za.lexohub.readmodels.live.Change;

/**
 * The data of {@code event: change}. What has changed is read where it is shown, with the position
 * as {@code Consistency-Token}.
 *
 * @param position in the log; the event's id as well
 * @param type the name of what happened
 * @param version of the changed thing, as its ETag has it
 */
public record ChangeData(
    long position,
    String type,
    String aggregateType,
    String aggregateId,
    long version,
    Instant recordedAt) {

  public static ChangeData of(Change change) {
    return new ChangeData(
        change.position(),
        change.type(),
        change.aggregateType(),
        change.aggregateId(),
        change.version(),
        change.recordedAt());
  }
}
