package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What an operator is told. */
class SealStateTest {

  private final SealState state = new SealState();
  private final SealerHealth health = new SealerHealth(state);
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
