package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.work.WorkItemId;

/**
 * A brief on which the advocate works, once it is taken ({@link Brief}). Lives: active, on hold and
 * back, settled, closed, and open again; put away or not beside that. What is done on it stands in
 * {@link WorkItems}, what was invoiced of it in {@link MatterInvoices}.
 */
@Aggregate(cache = "aggregateCache")
class Matter extends Brief {
  private @Nullable LocalDate endedOn;
  private boolean resumed;
  private boolean reopened;
  private boolean archived;
  private boolean unarchived;

  @AggregateMember private final Budget budget = new Budget(() -> status);

  @AggregateMember private final WorkItems work = new WorkItems(this::requireTakesWork, budget);

  @AggregateMember private final MatterInvoices invoices = new MatterInvoices();

  @AggregateMember
  private final Readiness readiness = new Readiness(this::requireTakesWork, work.sheet(), conflict);

  @AggregateMember private final Grants grants = new Grants();
  @AggregateMember private final MatterPapers papers = new MatterPapers(() -> attorney);

  Matter() {}

  @CommandHandler
  void decide(PutMatterOnHold command) {
    if (status == MatterStatus.ON_HOLD) {
      return;
    }
    status.requireActive();
    apply(new MatterPutOnHold(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(MatterPutOnHold event) {
    status = MatterStatus.ON_HOLD;
  }

  @CommandHandler
  void decide(ResumeMatter command) {
    if (status == MatterStatus.ACTIVE && resumed) {
      return;
    }
    status.requireOnHold();
    apply(new MatterResumed(id));
  }

  @EventSourcingHandler
  void evolve(MatterResumed event) {
    status = MatterStatus.ACTIVE;
    resumed = true;
  }

  @CommandHandler
  void decide(SettleMatter command) {
    if (status == MatterStatus.SETTLED && command.settledOn().equals(endedOn)) {
      return;
    }
    status.requireActive();
    apply(new MatterSettled(id, command.settledOn()));
  }

  @EventSourcingHandler
  void evolve(MatterSettled event) {
    status = MatterStatus.SETTLED;
    endedOn = event.settledOn();
  }

  @CommandHandler
  void decide(CloseMatter command) {
    if (status == MatterStatus.CLOSED && command.closedOn().equals(endedOn)) {
      return;
    }
    status.requireClosable();
    apply(new MatterClosed(id, command.closedOn()));
  }

  @EventSourcingHandler
  void evolve(MatterClosed event) {
    status = MatterStatus.CLOSED;
    endedOn = event.closedOn();
    reopened = false;
  }

  @CommandHandler
  void decide(ReopenMatter command, ErasedMatters erased) {
    if (reopened && status == MatterStatus.ACTIVE) {
      return;
    }
    status.requireClosed();
    erased.requireLive(id, command.tenant());
    apply(new MatterReopened(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(MatterReopened event) {
    status = MatterStatus.ACTIVE;
    endedOn = null;
    reopened = true;
  }

  @CommandHandler
  void decide(ArchiveMatter command) {
    if (archived) {
      return;
    }
    apply(new MatterArchived(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(MatterArchived event) {
    archived = true;
    unarchived = false;
  }

  @CommandHandler
  void decide(UnarchiveMatter command) {
    if (unarchived) {
      return;
    }
    if (!archived) {
      throw new RuleViolated(Rule.MATTER_NOT_ARCHIVED, "the matter is not archived");
    }
    apply(new MatterUnarchived(id));
  }

  @EventSourcingHandler
  void evolve(MatterUnarchived event) {
    archived = false;
    unarchived = true;
  }

  private void requireTakesWork() {
    status.requireTakesWork();
    if (archived) {
      throw new RuleViolated(Rule.MATTER_ARCHIVED, "the matter is archived");
    }
  }

  MatterFile file() {
    return new MatterFile(
        matterType,
        client,
        attorney,
        vatExempt,
        status.isEnded(),
        status == MatterStatus.DECLINED,
        archived,
        wording,
        status.takesWork() && !archived);
  }

  Worksheet sheet() {
    return work.sheet();
  }

  void invoiced(
      InvoiceId invoiceId, InvoiceSource source, InvoiceType type, List<WorkItemId> items) {
    invoices.add(id, invoiceId, source, type, items, work.sheet());
  }

  void released(InvoiceId invoiceId) {
    invoices.release(invoiceId);
  }

  boolean isUntouched() {
    return work.sheet().isEmpty() && invoices.isEmpty();
  }

  void undo(PersonalData reason) {
    if (status == MatterStatus.DECLINED) {
      return;
    }
    if (!isUntouched()) {
      throw new RuleViolated(Rule.MATTER_HAS_WORK, "there is work on the matter, or an invoice");
    }
    apply(new MatterDeclined(id, reason));
  }

  Money orEstimate(Money amount) {
    return budget.orEstimate(amount);
  }

  void estimate(Money estimate, AmendmentId amendmentId) {
    budget.estimate(id, estimate, amendmentId);
  }
}
