package za.lexohub.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.serialization.UnreadableEvent;

/**
 * Axon's event store, with processors woken when events have arrived instead of asking twice a
 * second. Axon's own stream refuses the callback that its processors offer; this one takes it and
 * calls it once the events stand in the store's cache. Polling stays as the fallback.
 */
class WakingEventStore extends EmbeddedEventStore {

  private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
  private volatile @Nullable UnreadableEvent lastMetAtTheTail;

  WakingEventStore(Builder builder, PostgresEventStorageEngine engine) {
    super(builder.storageEngine(engine));
    engine.afterTailRead(() -> callbacks.forEach(Runnable::run));
    engine.brokenTailRead(
        failure -> {
          if (failure instanceof UnreadableEvent unreadable) {
            lastMetAtTheTail = unreadable;
            callbacks.forEach(Runnable::run);
          }
        });
  }

  /** Looks for new events now: somebody, perhaps on another node, has committed some. */
  void wake() {
    afterCommit(List.of());
  }

  @Override
  public TrackingEventStream openStream(TrackingToken trackingToken) {
    return new StoppingStream(
        new WakingStream(super.openStream(trackingToken)), () -> lastMetAtTheTail);
  }

  private final class WakingStream implements TrackingEventStream {

    private final TrackingEventStream stream;
    private volatile Runnable callback = () -> {};

    WakingStream(TrackingEventStream stream) {
      this.stream = stream;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      this.callback = callback;
      callbacks.add(callback);
      return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public void close() {
      callbacks.remove(callback);
      stream.close();
    }
  }
}
