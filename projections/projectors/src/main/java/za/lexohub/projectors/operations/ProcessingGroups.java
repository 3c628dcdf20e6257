package za.lexohub.projectors.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.processing.Failure;
import za.lexohub.projectors.operations.SegmentState.Owner;
import za.lexohub.projectors.position.AxonAppliedPositions;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ProjectionView;
import za.lexohub.readmodels.position.ProjectionViews;

/** The groups that this node is configured to process, whichever roles they belong to. */
final class ProcessingGroups {

  private final Supplier<EventProcessingConfiguration> processors;
  private final Supplier<TokenStore> tokens;
  private final AppliedPositions positions;
  private final ParkedSequences parked;
  private final ProjectionViews told;

  /** The suppliers are first asked when a question comes, after everything is wired. */
  ProcessingGroups(
      Supplier<EventProcessingConfiguration> processors,
      Supplier<TokenStore> tokens,
      AppliedPositions positions,
      ParkedSequences parked,
      ProjectionViews told) {
    this.processors = processors;
    this.tokens = tokens;
    this.positions = positions;
    this.parked = parked;
    this.told = told;
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    processors
        .get()
        .eventProcessors()
        .forEach(
            (name, processor) -> {
              if (processor instanceof StreamingEventProcessor) {
                names.add(name);
              }
            });
    return names;
  }

  List<GroupState> all() {
    long head = positions.recordedThrough();
    Map<String, Long> counts = parked.counts();
    Map<String, ProjectionView> everywhere = everywhere(head);
    return names().stream().map(name -> state(name, head, counts, everywhere.get(name))).toList();
  }

  /**
   * @throws Refused when this node does not process it
   */
  GroupState one(String group) {
    processor(group);
    long head = positions.recordedThrough();
    return state(group, head, parked.counts(), everywhere(head).get(group));
  }

  /** What all nodes have told, by group. */
  private Map<String, ProjectionView> everywhere(long head) {
    return told.all(head).stream()
        .collect(Collectors.toMap(ProjectionView::group, Function.identity()));
  }

  /**
   * @throws Refused when this node does not process it
   */
  StreamingEventProcessor processor(String group) {
    return processors
        .get()
        .eventProcessor(group, StreamingEventProcessor.class)
        .orElseThrow(
            () ->
                Refused.notFound(
                    "This node does not process the group "
                        + group
                        + "; it processes "
                        + String.join(", ", names())
                        + "."));
  }

  GroupKind kind(String group) {
    if (processor(group).supportsReset()) {
      return GroupKind.READ_MODEL;
    }
    return processors.get().sagaConfigurations().stream()
            .anyMatch(saga -> saga.processingGroup().equals(group))
        ? GroupKind.SAGA
        : GroupKind.OUTBOUND;
  }

  private GroupState state(
      String group, long head, Map<String, Long> counts, @Nullable ProjectionView everywhere) {
    StreamingEventProcessor processor = processor(group);
    List<SegmentState> segments = segments(group, processor.processingStatus());
    long applied = positions.appliedThrough(group);
    return new GroupState(
        group,
        kind(group),
        processor.isRunning(),
        segments.stream().anyMatch(SegmentState::replaying),
        applied,
        head,
        Math.max(0, head - applied),
        everywhere == null || head <= applied ? 0 : everywhere.lagSeconds(),
        everywhere == null ? 0 : everywhere.ratePerSecond(),
        counts.getOrDefault(group, 0L),
        segments);
  }

  private List<SegmentState> segments(String group, Map<Integer, EventTrackerStatus> here) {
    List<SegmentState> segments = new ArrayList<>();
    Set<Integer> free =
        tokens.get().fetchAvailableSegments(group).stream()
            .map(Segment::getSegmentId)
            .collect(Collectors.toSet());
    Arrays.stream(tokens.get().fetchSegments(group))
        .sorted()
        .forEach(segment -> segments.add(segment(segment, here.get(segment), free)));
    return segments;
  }

  private static SegmentState segment(
      int segment, @Nullable EventTrackerStatus status, Set<Integer> free) {
    if (status == null) {
      Owner owner = free.contains(segment) ? Owner.NOBODY : Owner.ANOTHER_NODE;
      return new SegmentState(segment, owner, null, false, null);
    }
    return new SegmentState(
        segment,
        Owner.THIS_NODE,
        status.getCurrentPosition().orElse(AppliedPositions.NOTHING),
        AxonAppliedPositions.isBehindItsReset(status),
        status.isErrorState() && status.getError() != null ? Failure.of(status.getError()) : null);
  }
}
