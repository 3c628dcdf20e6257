package za.lexohub.benchmarks.restore;

import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/**
 * One client that goes on appending and remembers what it was told, until it is stopped or the
 * server does not answer any more.
 */
final class Writing implements AutoCloseable {

  private static final int EVENTS = 4;

  private final SealedSite site;
  private final long pauseMillis;
  private final NavigableMap<Long, Long> acknowledged = new ConcurrentSkipListMap<>();
  private final Thread thread;
  private volatile long head;
  private volatile boolean stopped;

  /**
   * @param head the last position of the log; nobody else appends
   * @param perSecond about so many events
   */
  Writing(SealedSite site, long head, int perSecond) {
    this.site = site;
    this.head = head;
    this.pauseMillis = Math.max(1, 1000L * EVENTS / perSecond);
    thread = Thread.ofPlatform().name("writing").daemon().start(this::run);
  }

  private void run() {
    while (!stopped) {
      try {
        site.append(EVENTS);
      } catch (RuntimeException killed) {
        return;
      }
      long now = System.nanoTime();
      head += EVENTS;
      acknowledged.put(head, now);
      try {
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The last position that was acknowledged. */
  long head() {
    return head;
  }

  /** Until so many more events were acknowledged. */
  void await(long more) throws InterruptedException {
    long wanted = head + more;
    while (head < wanted) {
      if (!thread.isAlive()) {
        throw new IllegalStateException("the server does not answer");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /**
   * How long before an instant the first event after this position was acknowledged; 0 when there
   * was none.
   */
  double secondsBefore(long nanos, long position) {
    var first = acknowledged.higherEntry(position);
    return first == null ? 0 : Math.max(0, (nanos - first.getValue()) / 1e9);
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
