package za.lexohub.benchmarks.mixed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How fast papers and mails that waited when a load was over were made, each by the time until its
 * own last one: the one queue may be done long before the other.
 */
final class Draining {

  private static final long BETWEEN_LOOKS_MILLIS = 100;
  private static final double NANOS = 1e9;

  private final Log.Counted before;
  private Log.Counted last;
  private long nanos;
  private long papersNanos;
  private long mailsNanos;

  /**
   * @param before what had been done when the load was over
   */
  Draining(Log.Counted before) {
    this.before = before;
    this.last = before;
  }

  /** Looks until it is done, or for so long. */
  static Draining of(Log log, Log.Counted before, Predicate<Log.Counted> isDone, Duration patience)
      throws SQLException, InterruptedException {
    Draining draining = new Draining(before);
    long began = System.nanoTime();
    while (!isDone.test(draining.last) && draining.nanos < patience.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
      Log.Counted now = log.count();
      draining.seen(now, System.nanoTime() - began);
    }
    return draining;
  }

  /**
   * One look.
   *
   * @param after nanoseconds since the load was over
   */
  void seen(Log.Counted now, long after) {
    Log.Counted since = now.since(last);
    if (now.papersWaiting() > 0 || since.papersMade() + since.papersFailed() > 0) {
      papersNanos = after;
    }
    if (now.mailsWaiting() > 0 || since.mailsSent() + since.mailsFailed() > 0) {
      mailsNanos = after;
    }
    last = now;
    nanos = after;
  }

  Log.Counted last() {
    return last;
  }

  double seconds() {
    return nanos / NANOS;
  }

  /** Made, and not failed, while any waited; not a number when none did. */
  double papersPerSecond() {
    return last.since(before).papersMade() / (papersNanos / NANOS);
  }

  /** Sent, and not failed, while any waited; not a number when none did. */
  double mailsPerSecond() {
    return last.since(before).mailsSent() / (mailsNanos / NANOS);
  }
}
