package za.lexohub.query.selfcheck;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import za.lexohub.readmodels.selfcheck.SelfCheckRows;

/** Makes a round of the self-check whenever it is time; of several nodes, one does. */
final class SelfCheckRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SelfCheckRounds.class);

  private final SelfCheck check;
  private final SelfCheckRows rows;
  private final Duration interval;
  private final int tenants;
  private final int aggregates;
  private final Counter checked;
  private @Nullable ScheduledExecutorService timer;

  SelfCheckRounds(
      SelfCheck check,
      SelfCheckRows rows,
      Duration interval,
      int tenants,
      int aggregates,
      Counter checked) {
    this.check = check;
    this.rows = rows;
    this.interval = interval;
    this.tenants = tenants;
    this.aggregates = aggregates;
    this.checked = checked;
  }

  @Override
  public synchronized void start() {
    if (timer == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("self-check").factory());
      long millis = interval.toMillis();
      timer.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  private void round() {
    try {
      // Nine tenths: a node whose clock ticks a little faster must not skip every second round.
      if (rows.begin(interval.multipliedBy(9).dividedBy(10))) {
        checked.increment(check.round(tenants, aggregates));
      }
    } catch (RuntimeException e) {
      LOG.warn("The read models could not be checked in this round", e);
    }
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  /** Stops before the connection pool does. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
