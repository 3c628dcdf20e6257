package za.lexohub.messages.serialization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this node could not read in the log, for those who watch over it. */
public final class UnreadableEvents {

  /** Longer than any reader waits until it tries again. */
  private static final Duration LATELY = Duration.ofMinutes(3);

  private record Met(UnreadableEvent event, Instant at) {}

  private final Clock clock;
  private volatile @Nullable Met last;

  public UnreadableEvents(Clock clock) {
    this.clock = clock;
  }

  void met(UnreadableEvent event) {
    last = new Met(event, clock.instant());
  }

  /** Where a reader stands still; empty when none has met such an event in the last minutes. */
  public Optional<UnreadableEvent> lately() {
    Met met = last;
    return met == null || met.at().plus(LATELY).isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(met.event());
  }
}
