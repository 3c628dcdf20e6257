package za.lexohub.readmodels.position;

import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.rebuild.RebuildProgress;

/**
 * How one processing group does, over all nodes.
 *
 * @param kind {@code READ_MODEL}, {@code SAGA} or {@code OUTBOUND}; null until a node has told
 * @param appliedThrough lowest position over its segments
 * @param lagEvents events in the log after that
 * @param lagSeconds how long ago the first of them was recorded; 0 when there is none
 * @param ratePerSecond positions a second, over the last few seconds, of the slowest segment
 * @param replaying whether a segment reads again what it has read before
 * @param parkedSequences sequences that wait in the group's dead-letter queue
 * @param lastSelfCheck null for what is not checked, or not yet
 * @param rebuild null while no other version of its read model is kept
 */
public record ProjectionView(
    String group,
    @Nullable String kind,
    long appliedThrough,
    long lagEvents,
    double lagSeconds,
    double ratePerSecond,
    boolean replaying,
    long parkedSequences,
    List<Segment> segments,
    @Nullable SelfCheckView lastSelfCheck,
    @Nullable RebuildProgress rebuild) {

  public ProjectionView {
    segments = List.copyOf(segments);
  }

  /**
   * One part of a group's work.
   *
   * @param owner tells the node that holds it from others; null when nobody does
   */
  public record Segment(int segment, @Nullable String owner, long position) {}
}
