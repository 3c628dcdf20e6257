package za.lexohub.api.session;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import za.lexohub.sessions.Sessions;

/** DEGRADED, never down, while nobody knows whether a session has ended: everybody is let in. */
final class SessionsHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Sessions sessions;

  SessionsHealth(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Health health() {
    return sessions.isBlind()
        ? Health.status(DEGRADED)
            .withDetail("unchecked", "Redis and DynamoDB do not answer")
            .build()
        : Health.up().build();
  }
}
