package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.matter.MatterCommands.CompleteConflictCheck;
import za.lexohub.messages.matter.MatterCommands.OverrideConflict;
import za.lexohub.messages.matter.MatterEvents.ConflictCheckCompleted;
import za.lexohub.messages.matter.MatterEvents.ConflictOverridden;

/** Whether the brief conflicts with another. A check that was never made bars nothing. */
class ConflictCheck {
  private enum Result {
    UNKNOWN,
    CLEARED,
    FOUND,
    OVERRIDDEN
  }

  private Result result = Result.UNKNOWN;
  private @Nullable LocalDate checkedOn;

  @CommandHandler
  void decide(CompleteConflictCheck command) {
    Result found = command.cleared() ? Result.CLEARED : Result.FOUND;
    boolean known = result == found && command.checkedOn().equals(checkedOn);
    if (!known || command.notes() != null) {
      apply(
          new ConflictCheckCompleted(
              command.matterId(), command.cleared(), command.notes(), command.checkedOn()));
    }
  }

  @EventSourcingHandler
  void evolve(ConflictCheckCompleted event) {
    result = event.cleared() ? Result.CLEARED : Result.FOUND;
    checkedOn = event.checkedOn();
  }

  @CommandHandler
  void decide(OverrideConflict command) {
    if (result == Result.OVERRIDDEN) {
      return;
    }
    if (result != Result.FOUND) {
      throw new RuleViolated(Rule.CONFLICT_NOT_FOUND, "there is no conflict to override");
    }
    apply(new ConflictOverridden(command.matterId(), command.reason(), command.overriddenOn()));
  }

  @EventSourcingHandler
  void evolve(ConflictOverridden event) {
    result = Result.OVERRIDDEN;
  }

  void requireCleared() {
    if (result == Result.FOUND) {
      throw new RuleViolated(
          Rule.CONFLICT_NOT_CLEARED, "the brief conflicts with another, and nobody overrode it");
    }
  }
}
