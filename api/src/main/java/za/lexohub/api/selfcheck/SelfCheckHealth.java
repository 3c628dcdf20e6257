package za.lexohub.api.selfcheck;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import za.lexohub.readmodels.selfcheck.SelfCheckRows;

/** DEGRADED, never down, while a read model is known to show something else than the log says. */
final class SelfCheckHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final SelfCheckRows rows;

  SelfCheckHealth(SelfCheckRows rows) {
    this.rows = rows;
  }

  @Override
  public Health health() {
    try {
      Map<String, Long> drifts = rows.counts();
      return drifts.isEmpty()
          ? Health.up().build()
          : Health.status(DEGRADED).withDetails(drifts).build();
    } catch (RuntimeException e) {
      return Health.status(DEGRADED).withDetail("unknown", e.getClass().getName()).build();
    }
  }
}
