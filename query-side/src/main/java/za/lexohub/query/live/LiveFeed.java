package za.lexohub.query.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import za.lexohub.readmodels.live.Change;
import za.lexohub.readmodels.live.RecordedChanges;

/**
 * Reads what is recorded, once for the whole node, and hands each change to the sinks of its
 * tenant. Reads nothing while nobody watches. Knows nothing of connections: what carries changes to
 * people hangs on it by a {@link LiveSink}.
 *
 * <p>When the log cannot be read, changes come later; none is left out.
 */
public final class LiveFeed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final int BATCH = 500;
  private static final long PERIOD_MILLIS = 100;
  private static final long REST_MILLIS = 1_000;

  private final RecordedChanges recorded;
  private final int limit;
  private final int tenantLimit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition somethingToDo = lock.newCondition();
  private final Map<String, Set<LiveSink>> sinks = new HashMap<>();
  private volatile int open;
  private volatile long position;
  private boolean running;
  private @Nullable Thread reader;

  /**
   * @param limit the most sinks of this node
   * @param tenantLimit the most of one tenant
   */
  public LiveFeed(RecordedChanges recorded, int limit, int tenantLimit) {
    this.recorded = recorded;
    this.limit = limit;
    this.tenantLimit = tenantLimit;
  }

  /** Every change up to it has been handed on. */
  public long position() {
    return position;
  }

  /** The position of the last change, whether it was handed on or not. */
  long head() {
    return recorded.head();
  }

  /** How many sinks it has. */
  public int open() {
    return open;
  }

  /**
   * The sink gets every change of the tenant after the position that is returned, and none before
   * it.
   *
   * @throws StreamRefused when there are too many, or this node stops
   */
  long subscribe(String tenant, LiveSink sink) {
    lock.lock();
    try {
      Set<LiveSink> own = sinks.getOrDefault(tenant, Set.of());
      if (!running) {
        throw new StreamRefused("This node is stopping.");
      }
      if (open >= limit || own.size() >= tenantLimit) {
        throw new StreamRefused("As many streams are open as may be.");
      }
      if (open == 0) {
        position = Math.max(position, recorded.head());
      }
      sinks.computeIfAbsent(tenant, any -> new HashSet<>()).add(sink);
      open++;
      if (reader == null) {
        reader = Thread.ofPlatform().daemon().name("live-feed").start(this::read);
      }
      somethingToDo.signalAll();
      return position;
    } finally {
      lock.unlock();
    }
  }

  /** Does nothing when it is not there any more. */
  void unsubscribe(String tenant, LiveSink sink) {
    lock.lock();
    try {
      remove(tenant, sink);
    } finally {
      lock.unlock();
    }
  }

  private void remove(String tenant, LiveSink sink) {
    Set<LiveSink> own = sinks.get(tenant);
    if (own != null && own.remove(sink)) {
      open--;
      if (own.isEmpty()) {
        sinks.remove(tenant);
      }
    }
  }

  private void read() {
    boolean failing = false;
    while (awaitWatchers()) {
      try {
        List<Change> next = recorded.after(position, BATCH);
        handOn(next);
        failing = false;
        if (next.size() < BATCH) {
          rest(PERIOD_MILLIS);
        }
      } catch (RuntimeException e) {
        if (!failing) {
          LOG.warn("The log cannot be read now; changes are told later", e);
        }
        failing = true;
        rest(REST_MILLIS);
      }
    }
  }

  /** False when there is nothing to read any more. */
  private boolean awaitWatchers() {
    lock.lock();
    try {
      while (running && open == 0) {
        somethingToDo.awaitUninterruptibly();
      }
      return running;
    } finally {
      lock.unlock();
    }
  }

  private void handOn(List<Change> next) {
    lock.lock();
    try {
      for (Change change : next) {
        // Somebody may have come meanwhile, when nobody was there, for what is after this.
        if (change.position() > position) {
          for (LiveSink sink : List.copyOf(sinks.getOrDefault(change.tenant(), Set.of()))) {
            if (!sink.offer(change)) {
              remove(change.tenant(), sink);
              sink.end(EndReason.SLOW_CONSUMER);
            }
          }
          position = change.position();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void rest(long millis) {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
      while (running && nanos > 0) {
        nanos = somethingToDo.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    lock.lock();
    try {
      running = true;
    } finally {
      lock.unlock();
    }
  }

  /** Every stream is told to end; none is opened any more. */
  @Override
  public void stop() {
    lock.lock();
    try {
      running = false;
      reader = null;
      sinks.values().forEach(own -> own.forEach(sink -> sink.end(EndReason.SHUTTING_DOWN)));
      sinks.clear();
      open = 0;
      somethingToDo.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }

  /** Stops before the web server begins to wait for the requests that it still answers. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
