package za.lexohub.projectors.operations;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import za.lexohub.messages.serialization.UnreadableEvent;

/**
 * DEGRADED, never down, when a group stands still, fails or has something parked: what is asked of
 * its read model may be old, everything else goes on.
 */
final class ProjectionsHealth implements HealthIndicator {

  static final Status DEGRADED = new Status("DEGRADED");

  private final RecentStates states;
  private final Supplier<Optional<UnreadableEvent>> unreadable;

  /**
   * @param unreadable what this node has lately met in the log and could not read
   */
  ProjectionsHealth(RecentStates states, Supplier<Optional<UnreadableEvent>> unreadable) {
    this.states = states;
    this.unreadable = unreadable;
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
      unreadable
          .get()
          .ifPresent(event -> health.status(DEGRADED).withDetail("event-log", text(event)));
      return health.build();
    } catch (RuntimeException e) {
      return Health.status(DEGRADED).withDetail("unknown", e.getClass().getName()).build();
    }
  }

  private static String text(UnreadableEvent event) {
    return String.valueOf(event.getMessage());
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
