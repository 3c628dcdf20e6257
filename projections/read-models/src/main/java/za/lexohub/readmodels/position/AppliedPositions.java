package za.lexohub.readmodels.position;

/**
 * How far the read models have come. Positions count the events of the log from 1, without a gap; 0
 * is before the first. A group is the name of a read model's processing group.
 */
public interface AppliedPositions {

  /** No event was applied yet. */
  long NOTHING = 0;

  /**
   * Every event up to this position was applied by the group, or concerns it not: the lowest over
   * its segments, on whichever node they run. Never too high; may be a little too low.
   */
  long appliedThrough(String group);

  /**
   * How far the group had come when it last began anew: before it is there again, its read model
   * lacks what it has shown already, and must not be shown. {@link #NOTHING} if it never began
   * anew.
   */
  default long floor(String group) {
    return NOTHING;
  }

  /**
   * How often the group began anew. Whoever reads a store that is emptied when that happens asks
   * before and after: with the same answer, what was read in between was whole.
   */
  default long beginnings(String group) {
    return 0;
  }

  /** The position of the last event in the log, whoever has read it. */
  long recordedThrough();

  /** Whether events of this sequence (an aggregate's id) wait in the group's dead-letter queue. */
  boolean isParked(String group, String sequenceId);

  /** Whether any event of this tenant waits there, or one that does not say whose it is. */
  default boolean isAnyParked(String group, String tenant) {
    return false;
  }
}
