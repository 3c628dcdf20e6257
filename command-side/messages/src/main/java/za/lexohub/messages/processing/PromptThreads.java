package za.lexohub.messages.processing;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Threads for a processor's coordinator that look again soon when a segment's buffer of 1,024
 * events was full. Axon's processor waits 100 ms then, whatever the segment does meanwhile, and
 * reads no more than some ten thousand events a second.
 */
public final class PromptThreads extends ScheduledThreadPoolExecutor {

  /** Axon waits so long for nothing else. */
  private static final long FULL_MILLIS = 100;

  private static final long SOON_MILLIS = 4;

  public PromptThreads(int threads, ThreadFactory factory) {
    super(threads, factory);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return unit.toMillis(delay) == FULL_MILLIS
        ? super.schedule(task, SOON_MILLIS, TimeUnit.MILLISECONDS)
        : super.schedule(task, delay, unit);
  }
}
