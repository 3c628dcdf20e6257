package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.matter.MatterCommands.ApproveBilling;
import za.lexohub.messages.matter.MatterCommands.MarkReadyToBill;
import za.lexohub.messages.matter.MatterCommands.RejectBilling;
import za.lexohub.messages.matter.MatterEvents.MatterBillingApproved;
import za.lexohub.messages.matter.MatterEvents.MatterBillingRejected;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.MatterReadyToBill;

/**
 * Whether the work is to be invoiced, and what a second person said to it ({@code domain.md} 2.13):
 * information for whoever invoices, not a gate. An invoice ends it.
 */
class Readiness {
  private enum Stage {
    NOT_READY,
    READY,
    APPROVED,
    REJECTED
  }

  private Stage stage = Stage.NOT_READY;
  private final Runnable requireTakesWork;
  private final Worksheet sheet;
  private final ConflictCheck conflict;

  Readiness(Runnable requireTakesWork, Worksheet sheet, ConflictCheck conflict) {
    this.requireTakesWork = requireTakesWork;
    this.sheet = sheet;
    this.conflict = conflict;
  }

  @CommandHandler
  void decide(MarkReadyToBill command) {
    if (stage == Stage.READY || stage == Stage.APPROVED) {
      return;
    }
    requireTakesWork.run();
    conflict.requireCleared();
    if (!sheet.isAnyInProgress()) {
      throw Worksheet.nothingToBill("there is no unbilled work");
    }
    apply(new MatterReadyToBill(command.matterId(), command.notes()));
  }

  @EventSourcingHandler
  void evolve(MatterReadyToBill event) {
    stage = Stage.READY;
  }

  @CommandHandler
  void decide(ApproveBilling command) {
    if (stage != Stage.APPROVED) {
      requireReady();
      apply(
          new MatterBillingApproved(command.matterId(), command.approvedBy(), command.comments()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterBillingApproved event) {
    stage = Stage.APPROVED;
  }

  @CommandHandler
  void decide(RejectBilling command) {
    if (stage != Stage.REJECTED) {
      requireReady();
      apply(new MatterBillingRejected(command.matterId(), command.rejectedBy(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterBillingRejected event) {
    stage = Stage.REJECTED;
  }

  @EventSourcingHandler
  void evolve(MatterInvoiced event) {
    stage = Stage.NOT_READY;
  }

  private void requireReady() {
    if (stage != Stage.READY && stage != Stage.APPROVED) {
      throw new RuleViolated(Rule.MATTER_NOT_READY_TO_BILL, "the matter is not ready to bill");
    }
  }
}
