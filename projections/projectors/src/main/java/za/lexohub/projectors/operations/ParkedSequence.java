package za.lexohub.projectors.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.processing.Failure;

/**
 * Events of one aggregate that a group could not handle, or that came after one that it could not.
 *
 * @param sequence the aggregate's id
 * @param events how many wait
 * @param first the one that all others wait for
 * @param cause why it could not be handled when it was tried last; without personal data
 * @param tried how often it was tried
 */
record ParkedSequence(
    String sequence,
    long events,
    Event first,
    @Nullable Failure cause,
    long tried,
    Instant parkedAt,
    Instant lastTriedAt) {

  /**
   * @param id identifies the event in the log
   * @param position in the log
   * @param sequenceNumber within its aggregate, from 0
   */
  record Event(
      String id,
      String type,
      @Nullable String aggregateType,
      @Nullable String aggregateId,
      @Nullable Long position,
      @Nullable Long sequenceNumber,
      Instant time) {}
}
