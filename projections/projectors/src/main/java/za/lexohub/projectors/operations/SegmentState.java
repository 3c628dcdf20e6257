package za.lexohub.projectors.operations;

import org.jspecify.annotations.Nullable;
import za.lexohub.messages.processing.Failure;

/**
 * One part of a group's work.
 *
 * @param appliedThrough its position, when it runs here
 * @param replaying reads again what it has read before
 * @param error why its last batch failed; the batch is tried again
 */
record SegmentState(
    int segment,
    Owner owner,
    @Nullable Long appliedThrough,
    boolean replaying,
    @Nullable Failure error) {

  enum Owner {
    THIS_NODE,
    ANOTHER_NODE,
    NOBODY
  }
}
