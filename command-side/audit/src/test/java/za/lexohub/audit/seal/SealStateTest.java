package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What an operator is told. */
class SealStateTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
  private final SealState state = new SealState(nanos::get);
  private final SealerHealth health = new SealerHealth(state, Duration.ofSeconds(30));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void anAlteredLogIsDownAndTheAlarmRingsUntilItIsSoundAgain() {
    new SealerMeters(state).bindTo(meters);
    state.sealing(7, 9);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(gauge("lexohub.audit.sealed")).isEqualTo(7);
    assertThat(gauge("lexohub.audit.unsealed")).isEqualTo(2);
    assertThat(gauge("lexohub.audit.alarm")).isZero();

    state.alarm("position 17 missing");
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails()).containsEntry("alarm", "position 17 missing");
    assertThat(gauge("lexohub.audit.alarm")).isOne();

    state.waiting("the store is away");
    assertThat(health.health().getStatus()).isEqualTo(new Status("DEGRADED"));
    state.standby();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(gauge("lexohub.audit.alarm")).isZero();
  }

  @Test
  void aSealerThatShowsNoSignOfLifeIsDegradedAndAnAlarmStaysOne() {
    state.sealing(7, 7);
    nanos.addAndGet(Duration.ofDays(1).toNanos());
    assertThat(health.health().getStatus()).as("never started").isEqualTo(Status.UP);

    state.looked();
    nanos.addAndGet(Duration.ofSeconds(30).toNanos());
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    nanos.addAndGet(1);
    assertThat(health.health().getStatus()).isEqualTo(new Status("DEGRADED"));
    state.alarm("position 17 missing");
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    assertThatThrownBy(() -> properties(0, 10, 10_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> properties(11, 10, 10_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> properties(1, 10, 900)).isInstanceOf(IllegalArgumentException.class);
  }

  private static SealProperties properties(int events, int most, long leaseMillis) {
    return new SealProperties(
        true,
        Duration.ofSeconds(4),
        events,
        most,
        Duration.ofMillis(500),
        Duration.ofMillis(leaseMillis),
        Duration.ofSeconds(10),
        0);
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }
}
