package za.lexohub.embedded;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Diagnosis;
import za.lexohub.embedded.part.Part;
import za.lexohub.embedded.part.PartFailed;

/** A part that starts when it is first asked for, once. What failed stays failed. */
final class Startable<P extends Part> {

  private static final long PAUSE_MILLIS = 50;
  private static final Duration ABANDON_PATIENCE = Duration.ofSeconds(30);

  private final P part;
  private final DataFolder folder;
  private final Duration limit;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean ready;
  private @Nullable PartFailed failure;

  Startable(P part, DataFolder folder, Duration limit) {
    this.part = part;
    this.folder = folder;
    this.limit = limit;
  }

  String name() {
    return part.name();
  }

  boolean isReady() {
    return ready;
  }

  /**
   * The part, answering.
   *
   * @throws PartFailed when it does not come up within its limit
   */
  P get() {
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      if (!ready) {
        start();
        ready = true;
      }
      return part;
    } catch (PartFailed e) {
      failure = e;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void start() {
    long deadline = System.nanoTime() + limit.toNanos();
    FutureTask<Boolean> starting = new FutureTask<>(this::startAndAwait);
    Thread thread = Thread.ofVirtual().name("start-" + part.name()).start(starting);
    try {
      starting.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      abandon(thread);
      throw Diagnosis.silent(part.name(), folder, limit.toSeconds());
    } catch (InterruptedException e) {
      abandon(thread);
      Thread.currentThread().interrupt();
      throw new PartFailed(part.name() + " was still starting.", "Start again.", e);
    } catch (ExecutionException e) {
      throw Diagnosis.of(part.name(), folder, e.getCause());
    }
  }

  /** Waits until nothing is started any more, so that closing the part closes all of it. */
  private static void abandon(Thread starting) {
    starting.interrupt();
    try {
      starting.join(ABANDON_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean startAndAwait() throws Exception {
    part.start();
    while (!part.isReady()) {
      Thread.sleep(PAUSE_MILLIS);
    }
    return true;
  }

  void close() {
    part.close();
    ready = false;
  }
}
