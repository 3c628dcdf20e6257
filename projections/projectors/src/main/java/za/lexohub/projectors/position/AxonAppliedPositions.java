package za.lexohub.projectors.position;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;

/**
 * Positions by Axon's own account. A segment that runs here is asked in memory: its status moves on
 * after the batch's transaction is committed, and also over events that concern nobody in the
 * group; the stored token does so only every few seconds, and is no use here. What other nodes run
 * is taken from what they published.
 */
public final class AxonAppliedPositions implements AppliedPositions {

  private final Supplier<EventProcessingConfiguration> processors;
  private final Supplier<? extends StreamableMessageSource<?>> log;
  private final Supplier<TokenStore> tokens;
  private final PublishedPositions published;

  /** The suppliers are first asked when a question comes, after everything is wired. */
  public AxonAppliedPositions(
      Supplier<EventProcessingConfiguration> processors,
      Supplier<? extends StreamableMessageSource<?>> log,
      Supplier<TokenStore> tokens,
      PublishedPositions published) {
    this.processors = processors;
    this.log = log;
    this.tokens = tokens;
    this.published = published;
  }

  @Override
  public long appliedThrough(String group) {
    Map<Integer, Long> here = new HashMap<>();
    double share = 0;
    for (EventTrackerStatus status : statuses(group).values()) {
      here.put(status.getSegment().getSegmentId(), position(status));
      // A mask of n bits leaves the segment one part in 2^n of all events.
      share += 1.0 / (status.getSegment().getMask() + 1L);
    }
    if (share >= 1) {
      return lowest(here);
    }
    Map<Integer, Long> all = published.of(group);
    all.putAll(here);
    int[] segments = tokens.get().fetchSegments(group);
    if (segments.length == 0) {
      return NOTHING;
    }
    long lowest = Long.MAX_VALUE;
    for (int segment : segments) {
      lowest = Math.min(lowest, all.getOrDefault(segment, NOTHING));
    }
    return lowest;
  }

  @Override
  public long floor(String group) {
    return published.floor(group);
  }

  @Override
  public long beginnings(String group) {
    return published.beginnings(group);
  }

  @Override
  public long recordedThrough() {
    TrackingToken head = log.get().createHeadToken();
    return head == null ? NOTHING : head.position().orElse(NOTHING);
  }

  @Override
  public boolean isParked(String group, String sequenceId) {
    return published.isParked(group, sequenceId);
  }

  @Override
  public boolean isAnyParked(String group, String tenant) {
    return published.isAnyParked(group, tenant);
  }

  /** Of the segments that run here; by segment. */
  Map<Integer, Long> here(String group) {
    Map<Integer, Long> here = new HashMap<>();
    statuses(group).forEach((segment, status) -> here.put(segment, position(status)));
    return here;
  }

  /** Of the segments that run here, those that read again what they have read before. */
  Set<Integer> replaying(String group) {
    Set<Integer> replaying = new HashSet<>();
    statuses(group)
        .forEach(
            (segment, status) -> {
              if (isBehindItsReset(status)) {
                replaying.add(segment);
              }
            });
    return replaying;
  }

  /** Axon says that a segment replays until the first event comes that is new to it. */
  public static boolean isBehindItsReset(EventTrackerStatus status) {
    return status.isReplaying()
        && position(status) < status.getResetPosition().orElse(AppliedPositions.NOTHING);
  }

  /** The names of the processors that are configured here. */
  Iterable<String> groups() {
    return processors.get().eventProcessors().keySet();
  }

  private Map<Integer, EventTrackerStatus> statuses(String group) {
    return processors
        .get()
        .eventProcessor(group, StreamingEventProcessor.class)
        .map(StreamingEventProcessor::processingStatus)
        .orElse(Map.of());
  }

  private static long position(EventTrackerStatus status) {
    return status.getCurrentPosition().orElse(NOTHING);
  }

  private static long lowest(Map<Integer, Long> positions) {
    return positions.values().stream().mapToLong(Long::longValue).min().orElse(NOTHING);
  }
}
