package za.lexohub.eventstore;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.serialization.UnreadableEvent;

/**
 * Stops its processor before an event that cannot be read. Axon reads for all processors at the
 * tail of the log at once, and when that fails it writes a line in the log and they wait for ever,
 * looking healthy. Here each of them fails, shows it, and tries again.
 */
final class StoppingStream implements TrackingEventStream {

  /** Failing drops what the processor has taken and not handled yet, so it is given time for it. */
  private static final long GRACE = Duration.ofSeconds(1).toNanos();

  private final TrackingEventStream stream;
  private final Supplier<@Nullable UnreadableEvent> lastMetAtTheTail;
  private final @Nullable UnreadableEvent metBefore;
  private @Nullable UnreadableEvent ahead;
  private boolean delivered;
  private long patientUntil;

  /**
   * @param lastMetAtTheTail what the common reader stumbled on last; another instance each time
   */
  StoppingStream(TrackingEventStream stream, Supplier<@Nullable UnreadableEvent> lastMetAtTheTail) {
    this.stream = stream;
    this.lastMetAtTheTail = lastMetAtTheTail;
    this.metBefore = lastMetAtTheTail.get();
  }

  /**
   * @throws UnreadableEvent when everything before it was handed out a while ago
   */
  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    UnreadableEvent unreadable = ahead;
    if (unreadable == null) {
      try {
        if (stream.hasNextAvailable(timeout, unit)) {
          return true;
        }
        unreadable = metAtTheTail();
      } catch (UnreadableEvent e) {
        unreadable = e;
      }
      if (unreadable == null) {
        return false;
      }
      ahead = unreadable;
      patientUntil = System.nanoTime() + (delivered ? GRACE : 0);
    }
    if (System.nanoTime() - patientUntil < 0) {
      return false;
    }
    throw unreadable;
  }

  private @Nullable UnreadableEvent metAtTheTail() {
    UnreadableEvent met = lastMetAtTheTail.get();
    return met == metBefore ? null : met;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return hasNextAvailable() ? stream.peek() : Optional.empty();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    TrackedEventMessage<?> next = stream.nextAvailable();
    delivered = true;
    return next;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    return stream.setOnAvailableCallback(callback);
  }

  @Override
  public void close() {
    stream.close();
  }
}
