package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterCommands.GrantMatterAccess;
import za.lexohub.messages.matter.MatterCommands.RevokeMatterAccess;
import za.lexohub.messages.matter.MatterEvents.MatterAccessGranted;
import za.lexohub.messages.matter.MatterEvents.MatterAccessRevoked;

/** Which attorneys may do what on a matter, by the subjects of their tokens. */
class Grants {
  private final Map<String, AccessLevel> levels = new HashMap<>();

  @CommandHandler
  void decide(GrantMatterAccess command) {
    if (levels.get(command.attorneyId()) != command.level()) {
      apply(new MatterAccessGranted(command.matterId(), command.attorneyId(), command.level()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterAccessGranted event) {
    levels.put(event.attorneyId(), event.level());
  }

  @CommandHandler
  void decide(RevokeMatterAccess command) {
    if (!levels.containsKey(command.attorneyId())) {
      throw new RuleViolated(
          Rule.ACCESS_ALREADY_REVOKED, "the attorney has no access to the matter");
    }
    apply(new MatterAccessRevoked(command.matterId(), command.attorneyId(), command.reason()));
  }

  @EventSourcingHandler
  void evolve(MatterAccessRevoked event) {
    levels.remove(event.attorneyId());
  }

  /** Levels hold what lies below them. */
  boolean allow(String attorneyId, AccessLevel asked) {
    AccessLevel granted = levels.get(attorneyId);
    return granted != null && granted.compareTo(asked) >= 0;
  }
}
