package za.lexohub.eventstore;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Decides again when somebody else has appended meanwhile, and only then: after a random pause that
 * grows with the attempts, up to a bound. Any other failure is the caller's.
 */
class ConflictRetryScheduler implements RetryScheduler, AutoCloseable {

  /**
   * With 64 writers on one stream the last one needs about 20; beyond 50 something else is wrong.
   */
  static final int MAX_ATTEMPTS = 50;

  private static final int MAX_PAUSE_MILLIS = 100;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("command-retry").factory());

  @Override
  @SuppressWarnings("rawtypes") // the interface's own
  public boolean scheduleRetry(
      CommandMessage commandMessage,
      RuntimeException lastFailure,
      List<Class<? extends Throwable>[]> failures,
      Runnable commandDispatch) {
    if (!isConflict(lastFailure) || failures.size() >= MAX_ATTEMPTS) {
      return false;
    }
    int ceiling = Math.min(MAX_PAUSE_MILLIS, 2 << Math.min(failures.size(), 10));
    long pause = ThreadLocalRandom.current().nextLong(1, ceiling + 1L);
    // The timer only wakes: the command runs on its own thread, so one slow decision delays no
    // other.
    timer.schedule(
        () -> Thread.ofVirtual().name("command-again").start(commandDispatch),
        pause,
        TimeUnit.MILLISECONDS);
    return true;
  }

  private static boolean isConflict(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ConcurrencyException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
