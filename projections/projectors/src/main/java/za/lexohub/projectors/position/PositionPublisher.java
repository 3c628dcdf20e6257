package za.lexohub.projectors.position;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.SegmentProgress;

/**
 * Tells other nodes ten times a second how far the segments that run here have come, if they have
 * moved. When the database cannot be reached it tries again; the others then know an older, lower
 * position.
 */
public final class PositionPublisher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PositionPublisher.class);
  private static final long PERIOD_MILLIS = 100;

  /** A pace that falls to nothing is told, but not ten times a second. */
  private static final long RATE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final AxonAppliedPositions positions;
  private final PublishedPositions published;
  private final UnaryOperator<String> kinds;
  private final Map<Place, Told> last = new HashMap<>();
  private boolean failing;
  private @Nullable ScheduledExecutorService timer;

  /** One segment of a group. */
  private record Place(String group, int segment) {}

  /** What was said of it last, and how quick it is. */
  private record Told(SegmentProgress progress, Pace pace, long atNanos) {}

  /**
   * @param kinds of a group, by its name
   */
  public PositionPublisher(
      AxonAppliedPositions positions, PublishedPositions published, UnaryOperator<String> kinds) {
    this.positions = positions;
    this.published = published;
    this.kinds = kinds;
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
      long now = System.nanoTime();
      Set<Place> present = new HashSet<>();
      for (String group : positions.groups()) {
        Set<Integer> replaying = positions.replaying(group);
        positions
            .here(group)
            .forEach(
                (segment, position) -> {
                  Place place = new Place(group, segment);
                  present.add(place);
                  tell(place, position, replaying.contains(segment), now);
                });
      }
      last.keySet().retainAll(present);
      failing = false;
    } catch (RuntimeException e) {
      last.clear();
      if (!failing) {
        LOG.warn("Applied positions cannot be published now", e);
      }
      failing = true;
    }
  }

  private void tell(Place place, long position, boolean replaying, long now) {
    Told told = last.get(place);
    Pace pace = told == null ? new Pace(position, now) : told.pace;
    double rate = pace.at(position, now);
    SegmentProgress progress =
        new SegmentProgress(
            place.segment,
            position,
            rate,
            replaying,
            told == null ? kinds.apply(place.group) : told.progress.kind());
    if (told == null || isNews(told, progress, now)) {
      published.publish(place.group, progress);
      last.put(place, new Told(progress, pace, now));
    }
  }

  private static boolean isNews(Told told, SegmentProgress progress, long now) {
    return progress.position() != told.progress.position()
        || progress.replaying() != told.progress.replaying()
        || progress.rate() != told.progress.rate() && now - told.atNanos >= RATE_NANOS;
  }
}
