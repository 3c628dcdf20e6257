package za.lexohub.projectors.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * DEGRADED, never down, when a group stands still, fails or has something parked: what is asked of
 * its read model may be old, everything else goes on.
 */
final class ProjectionsHealth implements HealthIndicator {

  static final Status DEGRADED = new Status("DEGRADED");

  private final RecentStates states;

  ProjectionsHealth(RecentStates states) {
    this.states = states;
  }

  @Override
  public Health health() {
    try {
      Health.Builder health = Health.up();
      states
          .all()
          .forEach(
              (group, state) -> {
                if (!state.isSound()) {
                  health.status(DEGRADED).withDetail(group, trouble(state));
                }
              });
      return health.build();
    } catch (RuntimeException e) {
      return Health.status(DEGRADED).withDetail("unknown", e.getClass().getName()).build();
    }
  }

  private static String trouble(GroupState state) {
    if (!state.running()) {
      return "stopped";
    }
    return state.parkedSequences() > 0
        ? state.parkedSequences() + " parked sequences"
        : "its batch fails and is tried again";
  }
}
