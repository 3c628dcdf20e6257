package za.lexohub.audit.seal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Down when the log is not what was sealed; degraded while sealing waits for a part. */
final class SealerHealth implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final SealState state;

  SealerHealth(SealState state) {
    this.state = state;
  }

  @Override
  public Health health() {
    SealState.Seen seen = state.seen();
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
