package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.work.WorkCommands.*;

/**
 * The work on a matter. An item is unbilled until an invoice stands on it, and unbilled again once
 * that invoice is gone; in between it cannot be changed (I9). What is in progress follows from the
 * items alone (D22).
 */
class WorkItems {
  private final Worksheet sheet = new Worksheet();
  private final Budget budget;
  private final Runnable requireTakesWork;

  /**
   * @param requireTakesWork throws while the matter takes no work (I19)
   */
  WorkItems(Runnable requireTakesWork, Budget budget) {
    this.requireTakesWork = requireTakesWork;
    this.budget = budget;
  }

  @CommandHandler
  void decide(LogTime it) {
    Money rate = rate(it.rate(), sheet.loggedRate(it.workItemId()));
    WorkEntry entry =
        new WorkEntry.Time(it.date(), it.minutes(), rate, it.billable(), it.vatTreatment());
    if (sheet.isLogged(it.workItemId(), entry)) {
      return;
    }
    requireWorkOn(it.date(), it.today());
    apply(
        new TimeLogged(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.minutes(),
            rate,
            entry.amount(),
            it.billable(),
            it.vatTreatment(),
            it.description()));
    compareWithBudget(it.matterId());
  }

  @EventSourcingHandler
  void evolve(TimeLogged it) {
    sheet.logged(
        it.workItemId(),
        new WorkEntry.Time(it.date(), it.minutes(), it.rate(), it.billable(), it.vatTreatment()),
        it.amount(),
        it.description());
  }

  @CommandHandler
  void decide(AmendTimeEntry it) {
    Money rate = rate(it.rate(), sheet.hourlyRate(it.workItemId()));
    requireWorkOn(it.date(), it.today());
    sheet.requireUnbilled(it.workItemId(), WorkEntry.Time.class);
    WorkEntry entry =
        new WorkEntry.Time(it.date(), it.minutes(), rate, it.billable(), it.vatTreatment());
    apply(
        new TimeEntryAmended(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.minutes(),
            rate,
            entry.amount(),
            it.billable(),
            it.vatTreatment(),
            it.description()));
    compareWithBudget(it.matterId());
  }

  @EventSourcingHandler
  void evolve(TimeEntryAmended it) {
    sheet.amended(
        it.workItemId(),
        new WorkEntry.Time(it.date(), it.minutes(), it.rate(), it.billable(), it.vatTreatment()),
        it.amount(),
        it.description());
  }

  @CommandHandler
  void decide(LogService it) {
    WorkEntry entry =
        new WorkEntry.Service(
            it.date(), it.category(), it.quantity(), it.rate(), it.vatTreatment());
    if (sheet.isLogged(it.workItemId(), entry)) {
      return;
    }
    requireWorkOn(it.date(), it.today());
    apply(
        new ServiceLogged(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.category(),
            it.quantity(),
            it.rate(),
            entry.amount(),
            it.vatTreatment(),
            it.description()));
    compareWithBudget(it.matterId());
  }

  @EventSourcingHandler
  void evolve(ServiceLogged it) {
    sheet.logged(
        it.workItemId(),
        new WorkEntry.Service(
            it.date(), it.category(), it.quantity(), it.rate(), it.vatTreatment()),
        it.amount(),
        it.description());
  }

  @CommandHandler
  void decide(AmendService it) {
    requireWorkOn(it.date(), it.today());
    sheet.requireUnbilled(it.workItemId(), WorkEntry.Service.class);
    WorkEntry entry =
        new WorkEntry.Service(
            it.date(), it.category(), it.quantity(), it.rate(), it.vatTreatment());
    apply(
        new ServiceAmended(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.category(),
            it.quantity(),
            it.rate(),
            entry.amount(),
            it.vatTreatment(),
            it.description()));
    compareWithBudget(it.matterId());
  }

  @EventSourcingHandler
  void evolve(ServiceAmended it) {
    sheet.amended(
        it.workItemId(),
        new WorkEntry.Service(
            it.date(), it.category(), it.quantity(), it.rate(), it.vatTreatment()),
        it.amount(),
        it.description());
  }

  @CommandHandler
  void decide(LogDisbursement it) {
    WorkEntry entry =
        new WorkEntry.Disbursement(
            it.date(), it.type(), it.cost(), it.markupBasisPoints(), it.vatTreatment());
    if (sheet.isLogged(it.workItemId(), entry)) {
      return;
    }
    requireWorkOn(it.date(), it.today());
    apply(
        new DisbursementLogged(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.type(),
            it.cost(),
            it.markupBasisPoints(),
            entry.amount(),
            it.vatTreatment(),
            it.description()));
  }

  @EventSourcingHandler
  void evolve(DisbursementLogged it) {
    sheet.logged(
        it.workItemId(),
        new WorkEntry.Disbursement(
            it.date(), it.type(), it.cost(), it.markupBasisPoints(), it.vatTreatment()),
        it.amount(),
        it.description());
  }

  @CommandHandler
  void decide(AmendDisbursement it) {
    requireWorkOn(it.date(), it.today());
    sheet.requireUnbilled(it.workItemId(), WorkEntry.Disbursement.class);
    WorkEntry entry =
        new WorkEntry.Disbursement(
            it.date(), it.type(), it.cost(), it.markupBasisPoints(), it.vatTreatment());
    apply(
        new DisbursementAmended(
            it.matterId(),
            it.workItemId(),
            it.date(),
            it.type(),
            it.cost(),
            it.markupBasisPoints(),
            entry.amount(),
            it.vatTreatment(),
            it.description()));
  }

  @EventSourcingHandler
  void evolve(DisbursementAmended it) {
    sheet.amended(
        it.workItemId(),
        new WorkEntry.Disbursement(
            it.date(), it.type(), it.cost(), it.markupBasisPoints(), it.vatTreatment()),
        it.amount(),
        it.description());
  }

  @CommandHandler
  void decide(CorrectDisbursementVat it) {
    requireTakesWork.run();
    WorkItem item = sheet.requireUnbilled(it.workItemId(), WorkEntry.Disbursement.class);
    if (item.entry().vat() != it.vatTreatment()) {
      apply(
          new DisbursementVatCorrected(
              it.matterId(), it.workItemId(), it.vatTreatment(), it.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(DisbursementVatCorrected it) {
    sheet.correct(it.workItemId(), it.vatTreatment());
  }

  @CommandHandler
  void decide(RemoveWorkItem it) {
    if (sheet.isIn(it.workItemId(), WorkItem.State.REMOVED)) {
      return;
    }
    sheet.requireUnbilled(it.workItemId(), WorkEntry.class);
    apply(new WorkItemRemoved(it.matterId(), it.workItemId(), it.reason()));
  }

  @EventSourcingHandler
  void evolve(WorkItemRemoved it) {
    sheet.put(it.workItemId(), WorkItem.State.REMOVED, null);
  }

  @CommandHandler
  void decide(WriteOffWorkItem it) {
    if (sheet.isIn(it.workItemId(), WorkItem.State.WRITTEN_OFF)) {
      return;
    }
    WorkItem item = sheet.requireUnbilled(it.workItemId(), WorkEntry.class);
    Money worth = item.isInProgress() ? item.amount() : Money.ZERO;
    apply(new WorkItemWrittenOff(it.matterId(), it.workItemId(), worth, it.reason()));
  }

  @EventSourcingHandler
  void evolve(WorkItemWrittenOff it) {
    sheet.put(it.workItemId(), WorkItem.State.WRITTEN_OFF, null);
  }

  @EventSourcingHandler
  void evolve(MatterInvoiced it) {
    it.workItems().forEach(id -> sheet.put(id, WorkItem.State.BILLED, it.invoiceId()));
  }

  @EventSourcingHandler
  void evolve(MatterInvoiceReleased it) {
    it.workItems().forEach(id -> sheet.put(id, WorkItem.State.UNBILLED, null));
  }

  Worksheet sheet() {
    return sheet;
  }

  /** The one that was given, or that the entry has, or that was agreed for the matter. */
  private Money rate(@Nullable Money given, Optional<Money> ofEntry) {
    if (given != null) {
      return given;
    }
    Money known = ofEntry.or(budget::hourlyRate).orElse(null);
    if (known == null) {
      throw new RuleViolated(
          Rule.NOTHING_TO_CHARGE, "no hourly rate is agreed on the matter, and none was given");
    }
    return known;
  }

  private void requireWorkOn(LocalDate date, LocalDate today) {
    requireTakesWork.run();
    if (date.isAfter(today)) {
      throw new RuleViolated(Rule.WORK_DATE_IN_FUTURE, "work is logged once it is done");
    }
  }

  private void compareWithBudget(MatterId matterId) {
    budget.compare(matterId, sheet.fees());
  }
}
