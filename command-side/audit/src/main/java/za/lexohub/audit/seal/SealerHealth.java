package za.lexohub.audit.seal;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Down when the log is not what was sealed; degraded while sealing waits for a part, or when the
 * sealer does not show that it lives.
 */
final class SealerHealth implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final SealState state;

  private final Duration silence;

  /**
   * @param silence longer than that, the sealer of this node has stopped
   */
  SealerHealth(SealState state, Duration silence) {
    this.state = state;
    this.silence = silence;
  }

  @Override
  public Health health() {
    SealState.Seen seen = state.seen();
    Duration silent = state.silence();
    if (seen.kind() != SealState.Kind.ALARM && silent.compareTo(silence) > 0) {
      return Health.status(DEGRADED)
          .withDetail("waiting", "the sealer has not looked for " + silent.toSeconds() + " s")
          .build();
    }
    return switch (seen.kind()) {
      case STANDBY -> Health.up().withDetail("sealing", "on another node").build();
      case SEALING ->
          Health.up()
              .withDetail("sealed", seen.sealed())
              .withDetail("unsealed", seen.unsealed())
              .build();
      case WAITING -> Health.status(DEGRADED).withDetail("waiting", seen.detail()).build();
      case ALARM -> Health.down().withDetail("alarm", seen.detail()).build();
    };
  }
}
