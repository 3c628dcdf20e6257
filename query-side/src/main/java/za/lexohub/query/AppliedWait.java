package za.lexohub.query;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import za.lexohub.readmodels.position.AppliedPositions;

/** Holds a question back until the read model it asks has applied what the caller knows of. */
public final class AppliedWait {

  private static final long FIRST_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long SHORT_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONGEST_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private static final long UNFIT = -1;

  private final AppliedPositions positions;
  private final BeforeWaiting before;

  public AppliedWait(AppliedPositions positions) {
    this(positions, () -> {});
  }

  public AppliedWait(AppliedPositions positions, BeforeWaiting before) {
    this.positions = positions;
    this.before = before;
  }

  /**
   * @return the position that the read model has applied through; never below the wanted one
   * @throws NotYetConsistent when the time is over
   * @throws UnknownPosition at once, when the log does not reach that far
   */
  public long await(String group, Consistency consistency) {
    return await(group, consistency, System.nanoTime() + consistency.maxWait().toNanos());
  }

  /**
   * Waits for several read models, altogether no longer than asked.
   *
   * @return the lowest position that one of them has applied through
   * @throws NotYetConsistent when the time is over
   * @throws UnknownPosition at once, when the log does not reach that far
   */
  public long await(Consistency consistency, String... groups) {
    long deadline = System.nanoTime() + consistency.maxWait().toNanos();
    long lowest = Long.MAX_VALUE;
    for (String group : groups) {
      lowest = Math.min(lowest, await(group, consistency, deadline));
    }
    return lowest;
  }

  /** How far the log reaches right now. */
  public long recorded() {
    return positions.recordedThrough();
  }

  /**
   * The position that the read model has applied through right now; below every position while it
   * is being made anew and lacks what it has shown already.
   */
  public long through(String group) {
    long applied = positions.appliedThrough(group);
    return applied < positions.floor(group) ? UNFIT : applied;
  }

  /** As {@link #through}, after a moment at most if the wanted position may come in it. */
  public long throughSoon(String group, long wanted, Duration moment) {
    long deadline = System.nanoTime() + moment.toNanos();
    while (positions.appliedThrough(group) < wanted
        && System.nanoTime() - deadline < 0
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(SHORT_STEP_NANOS);
    }
    return through(group);
  }

  /** How often the read model began anew. */
  public long beginnings(String group) {
    return positions.beginnings(group);
  }

  /**
   * Refuses what was read while the read model began anew: it may have been a part.
   *
   * @param before the {@link #beginnings} before anything was read
   * @throws NotYetConsistent when it began anew since
   */
  public void requireStillWhole(String group, long before) {
    if (positions.beginnings(group) != before) {
      throw new NotYetConsistent(
          group, positions.floor(group), positions.appliedThrough(group), RETRY_AFTER);
    }
  }

  private long await(String group, Consistency consistency, long deadline) {
    long wanted = Math.max(consistency.position(), positions.floor(group));
    boolean isKnown = false;
    for (long step = FIRST_STEP_NANOS; ; step = Math.min(2 * step, LONGEST_STEP_NANOS)) {
      long applied = positions.appliedThrough(group);
      if (applied >= wanted) {
        return applied;
      }
      if (!isKnown) {
        before.willWait();
        refuseUnknown(consistency.position());
        isKnown = true;
      }
      if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
        throw new NotYetConsistent(group, wanted, applied, RETRY_AFTER);
      }
      LockSupport.parkNanos(Math.min(step, Math.max(1, deadline - System.nanoTime())));
    }
  }

  /** Looks twice, because another node's append may be a moment ahead of what this one sees. */
  private void refuseUnknown(long wanted) {
    if (positions.recordedThrough() >= wanted) {
      return;
    }
    LockSupport.parkNanos(LONGEST_STEP_NANOS);
    long recorded = positions.recordedThrough();
    if (recorded < wanted) {
      throw new UnknownPosition(wanted, recorded);
    }
  }

  /** Whether the aggregate's events wait in the group's dead-letter queue. */
  public boolean isParked(String group, Object aggregateId) {
    return positions.isParked(group, aggregateId.toString());
  }

  /**
   * @throws ProjectionParked when the aggregate's events wait in the group's dead-letter queue
   */
  public void refuseParked(String group, Object aggregateId) {
    if (isParked(group, aggregateId)) {
      throw new ProjectionParked(group, aggregateId.toString());
    }
  }

  /**
   * For what is added up over a tenant's rows, where a missing one would not be seen.
   *
   * @throws ProjectionParked when an event of the tenant waits in the group's dead-letter queue
   */
  public void refuseAnyParked(String group, String tenant) {
    if (positions.isAnyParked(group, tenant)) {
      throw new ProjectionParked(group, tenant);
    }
  }
}
