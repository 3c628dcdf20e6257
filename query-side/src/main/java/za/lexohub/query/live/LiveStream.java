package za.lexohub.query.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.live.Change;

/**
 * The changes that one person may know of, in order, without a gap and each once: first those that
 * were missed, read from the log, then those that come. Whatever carries them asks for the {@link
 * #next}, from one thread, and closes it.
 */
public final class LiveStream implements LiveSink, AutoCloseable {

  /** How many wait for a client before it is too slow. */
  static final int CAPACITY = 256;

  private static final int PAGE = 500;

  private final LiveFeed feed;
  private final PastChanges past;
  private final String tenant;
  private final Set<String> types;
  private final Audience audience;
  private final LiveMeters meters;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Change> waiting = new ArrayDeque<>();
  private final Queue<Change> missed = new ArrayDeque<>();
  private @Nullable EndReason ended;
  private long start;
  private long head;
  private long readThrough;
  private long liveFrom;

  LiveStream(
      LiveFeed feed,
      PastChanges past,
      String tenant,
      Set<String> types,
      Audience audience,
      LiveMeters meters) {
    this.feed = feed;
    this.past = past;
    this.tenant = tenant;
    this.types = Set.copyOf(types);
    this.audience = audience;
    this.meters = meters;
  }

  /** From now on, or from where the client was. */
  LiveStream open(@Nullable Long after, long longestResume) {
    liveFrom = feed.subscribe(tenant, this);
    head = liveFrom;
    start = after == null ? liveFrom : after;
    readThrough = start;
    if (liveFrom - start > longestResume) {
      feed.unsubscribe(tenant, this);
      end(EndReason.RESUME_TOO_OLD);
    }
    return this;
  }

  /** Changes after this position are told. */
  public long start() {
    return start;
  }

  /**
   * How far the log had come when the stream was opened: where a client goes on that was {@link
   * EndReason#RESUME_TOO_OLD} and reads anew what it shows.
   */
  public long head() {
    return head;
  }

  /** What comes next in a stream. */
  public sealed interface Step {

    /** Something has changed. */
    record Changed(Change change) implements Step {}

    /**
     * Nothing for this client, for as long as it was asked to wait.
     *
     * @param position everything up to it was told, or was not for this client
     */
    record Quiet(long position) implements Step {}

    /** Nothing comes any more. */
    record Ended(EndReason reason) implements Step {}
  }

  /** Waits for it no longer than so. */
  public Step next(long timeoutNanos) throws InterruptedException {
    long deadline = System.nanoTime() + timeoutNanos;
    while (true) {
      // Before looking: whatever is up to it was put into the queue before.
      long seen = feed.position();
      Change change = take(deadline - System.nanoTime());
      if (change == null) {
        EndReason reason = ended();
        if (reason != null) {
          return finished(reason);
        }
        if (deadline - System.nanoTime() <= 0) {
          return new Step.Quiet(Math.max(seen, readThrough));
        }
        continue;
      }
      if (change.position() <= readThrough) {
        // The client was told by another node, which had read further than this one.
        continue;
      }
      readThrough = change.position();
      audience.passed(change);
      try {
        if ((types.isEmpty() || types.contains(change.type())) && audience.mayKnow(change)) {
          meters.sent();
          return new Step.Changed(change);
        }
      } catch (NotYetConsistent | ProjectionParked unknown) {
        return finished(EndReason.READ_MODEL_BEHIND);
      }
      if (deadline - System.nanoTime() <= 0) {
        // However much there is to pass over, the client hears that the line is open, and from
        // where
        // to go on.
        return new Step.Quiet(readThrough);
      }
    }
  }

  private Step finished(EndReason reason) {
    meters.ended(reason);
    return new Step.Ended(reason);
  }

  private @Nullable Change take(long nanos) throws InterruptedException {
    EndReason reason = ended();
    if (reason != null && reason != EndReason.SLOW_CONSUMER) {
      return null;
    }
    if (missed.isEmpty() && readThrough < liveFrom) {
      List<Change> page = past.of(tenant, readThrough, liveFrom, PAGE);
      missed.addAll(page);
      if (page.size() < PAGE) {
        // The rest up to there is other tenants'.
        liveFrom = page.isEmpty() ? readThrough : page.getLast().position();
      }
    }
    Change before = missed.poll();
    return before == null ? taken(nanos) : before;
  }

  private @Nullable Change taken(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (waiting.isEmpty() && ended == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable EndReason ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean offer(Change change) {
    lock.lock();
    try {
      if (waiting.size() >= CAPACITY) {
        return false;
      }
      waiting.add(change);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A client that was too slow still gets what was kept for it; in all other cases, at once. */
  @Override
  public void end(EndReason reason) {
    lock.lock();
    try {
      if (ended == null) {
        ended = reason;
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is kept for it any more. */
  @Override
  public void close() {
    feed.unsubscribe(tenant, this);
  }
}
