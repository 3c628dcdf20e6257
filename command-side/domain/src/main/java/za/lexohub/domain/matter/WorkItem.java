package za.lexohub.domain.matter;

import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.work.WorkItemId;

/**
 * A piece of work and what has become of it.
 *
 * @param logged as it was first entered, so that a late repeat is known for what it is
 * @param amount as the log has it; {@code entry} only derived it once
 */
record WorkItem(
    WorkEntry logged,
    WorkEntry entry,
    Money amount,
    PersonalData description,
    State state,
    @Nullable InvoiceId invoice) {

  enum State {
    UNBILLED,
    BILLED,
    WRITTEN_OFF,
    REMOVED
  }

  static WorkItem logged(WorkEntry entry, Money amount, PersonalData description) {
    return new WorkItem(entry, entry, amount, description, State.UNBILLED, null);
  }

  WorkItem amended(WorkEntry newEntry, Money newAmount, PersonalData newDescription) {
    return new WorkItem(logged, newEntry, newAmount, newDescription, state, invoice);
  }

  WorkItem in(State newState, @Nullable InvoiceId newInvoice) {
    return new WorkItem(logged, entry, amount, description, newState, newInvoice);
  }

  /** Whether it counts as work in progress. */
  boolean isInProgress() {
    return state == State.UNBILLED && entry.billable();
  }

  /** Work done for a fee, billed or to be billed. */
  boolean isFee() {
    return (state == State.UNBILLED || state == State.BILLED)
        && entry.billable()
        && !(entry instanceof WorkEntry.Disbursement);
  }

  /** A billed item is part of a document and cannot be changed (I9). */
  void requireUnbilled(WorkItemId id) {
    switch (state) {
      case UNBILLED -> {}
      case BILLED ->
          throw new RuleViolated(
              Rule.WORK_ITEM_BILLED, "work item " + id + " stands on invoice " + invoice);
      case WRITTEN_OFF ->
          throw new RuleViolated(Rule.WORK_ITEM_WRITTEN_OFF, "work item " + id + " is written off");
      case REMOVED -> throw Worksheet.unknown(id);
    }
  }

  BillableItem billable(WorkItemId id) {
    return new BillableItem(
        id,
        entry.kind(),
        entry.date(),
        entry.quantity(),
        entry.rate(),
        amount,
        entry.vat(),
        description);
  }
}
