package za.lexohub.readmodels.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuild of a read model.
 *
 * @param version of what was built anew; the first that ever was is 1
 * @param liveVersion of what is read
 * @param pastVersion of what was read before, while it is kept up
 * @param segments that fill it
 * @param changedAt when it came to its state
 * @param reached the position at which it failed, or to which some of what is read had come when it
 *     changed places; its tokens may say less for a moment after that
 * @param cause why there is no version beside any more
 * @param report what the last comparison has found
 */
public record Rebuild(
    String group,
    int version,
    int liveVersion,
    @Nullable Integer pastVersion,
    State state,
    int segments,
    Instant begunAt,
    Instant changedAt,
    long reached,
    @Nullable Cause cause,
    @Nullable Report report) {

  /** How far a rebuild is. */
  public enum State {
    /** It reads the log, or follows it, and was not compared since it was begun. */
    FILLING(Beside.REBUILD),
    /** It was compared, and is the same as what is read. */
    READY(Beside.REBUILD),
    /** It was compared, and is not the same. */
    DIFFERS(Beside.REBUILD),
    /** An event could not be applied; nothing is left of it. */
    FAILED(null),
    /** It is what is read, and the version before is kept up beside it. */
    PROMOTED(Beside.RETIRED),
    /** The version before is read again, and this one is kept up beside it. */
    ROLLED_BACK(Beside.REBUILD),
    /** Nothing is kept beside what is read. */
    DISCARDED(null);

    private final @Nullable Beside beside;

    State(@Nullable Beside beside) {
      this.beside = beside;
    }

    /** Where a second version is kept up; null when there is none. */
    public @Nullable Beside beside() {
      return beside;
    }
  }

  /** Where a version stands that is not read. */
  public enum Beside {
    /** Built anew, and not read yet or not any more. */
    REBUILD,
    /** What was read before. */
    RETIRED;

    /** The schema of its tables. */
    public String schema() {
      return this == REBUILD ? "rebuild" : "retired";
    }

    /** Where the version goes that is read, when this one takes its place. */
    public Beside other() {
      return this == REBUILD ? RETIRED : REBUILD;
    }

    /** The name under which its processor keeps its tokens. */
    public String processor(String group) {
      return group + SEPARATOR + schema();
    }
  }

  /** No name of a processing group holds it. */
  static final char SEPARATOR = '@';

  /**
   * An event that could not be applied, or another reason.
   *
   * @param position of the event in the log; 0 when it was none
   * @param event its type
   */
  public record Cause(long position, @Nullable String event, String type, String message) {}
}
