package za.lexohub.projectors.position;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import za.lexohub.readmodels.position.PublishedPositions;

/**
 * Tells other nodes ten times a second how far the segments that run here have come, if they have
 * moved. When the database cannot be reached it tries again; the others then know an older, lower
 * position.
 */
public final class PositionPublisher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PositionPublisher.class);
  private static final long PERIOD_MILLIS = 100;

  private final AxonAppliedPositions positions;
  private final PublishedPositions published;
  private final Map<String, Map<Integer, Long>> last = new HashMap<>();
  private boolean failing;
  private @Nullable ScheduledExecutorService timer;

  public PositionPublisher(AxonAppliedPositions positions, PublishedPositions published) {
    this.positions = positions;
    this.published = published;
  }

  @Override
  public synchronized void start() {
    if (timer == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("position-publisher").factory());
      timer.scheduleWithFixedDelay(
          this::publish, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
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

  /** Stops before the processors and the connection pool do. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  void publish() {
    try {
      for (String group : positions.groups()) {
        Map<Integer, Long> here = positions.here(group);
        Map<Integer, Long> told = last.getOrDefault(group, Map.of());
        here.forEach(
            (segment, position) -> {
              if (!position.equals(told.get(segment))) {
                published.publish(group, segment, position);
              }
            });
        last.put(group, here);
      }
      failing = false;
    } catch (RuntimeException e) {
      last.clear();
      if (!failing) {
        LOG.warn("Applied positions cannot be published now", e);
      }
      failing = true;
    }
  }
}
