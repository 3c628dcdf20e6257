package za.lexohub.projectors.operations;

import java.util.List;

/**
 * How one processing group does.
 *
 * @param running whether this node works on it, or waits for a segment to become free
 * @param replaying whether a segment that runs here reads again what it has read before
 * @param appliedThrough lowest position over the segments of all nodes
 * @param head position of the last event in the log
 * @param lag events between the two
 * @param lagSeconds how long ago the first of them was recorded; 0 when there is none
 * @param ratePerSecond positions a second, over the last few seconds
 * @param parkedSequences sequences that wait in the group's dead-letter queue
 */
record GroupState(
    String group,
    GroupKind kind,
    boolean running,
    boolean replaying,
    long appliedThrough,
    long head,
    long lag,
    double lagSeconds,
    double ratePerSecond,
    long parkedSequences,
    List<SegmentState> segments) {

  boolean isSound() {
    return running
        && parkedSequences == 0
        && segments.stream().noneMatch(segment -> segment.error() != null);
  }
}
