package za.lexohub.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The system's time, plus what the test has let pass. */
final class MovableClock extends Clock {

  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

  void pass(Duration duration) {
    passed.updateAndGet(p -> p.plus(duration));
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(passed.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
