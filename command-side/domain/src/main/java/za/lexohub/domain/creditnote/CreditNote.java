package za.lexohub.domain.creditnote;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.invoice.NoteBasis;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteCommands.CancelCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.IssueCreditNote;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteCancelled;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;

/**
 * A credit or debit note on an invoice. Lives: drafted, then issued, which books it on the invoice
 * in the same append, or cancelled. An issued note is never taken back: one of the other kind is.
 */
@Aggregate(cache = "aggregateCache")
class CreditNote implements TenantOwned {
  private enum Stage {
    UNBORN,
    DRAFT,
    ISSUED,
    CANCELLED
  }

  @AggregateIdentifier private CreditNoteId id;
  private @Nullable TenantId tenant;
  private Stage stage = Stage.UNBORN;
  private NoteKind kind;
  private InvoiceId invoiceId;
  private Money amount;

  CreditNote() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  boolean isDrafted() {
    return stage != Stage.UNBORN;
  }

  void decide(DraftCreditNote command) {
    apply(
        new CreditNoteDrafted(
            command.creditNoteId(),
            command.tenant(),
            command.kind(),
            command.invoiceId(),
            command.amount(),
            command.category(),
            command.disputeId(),
            command.reason()));
  }

  @EventSourcingHandler
  void evolve(CreditNoteDrafted event) {
    id = event.creditNoteId();
    tenant = event.tenantId();
    stage = Stage.DRAFT;
    kind = event.kind();
    invoiceId = event.invoiceId();
    amount = event.amount();
  }

  boolean isIssued() {
    return stage == Stage.ISSUED;
  }

  void requireDraft() {
    if (stage != Stage.DRAFT) {
      throw new RuleViolated(Rule.CREDIT_NOTE_NOT_DRAFT, "the note is not a draft");
    }
  }

  void decide(IssueCreditNote command, String number, NoteBasis basis) {
    apply(
        new CreditNoteIssued(
            id,
            number,
            basis.invoiceNumber(),
            basis.supplier(),
            amount,
            basis.vatPortion(),
            basis.correctTotal(),
            command.issuedOn(),
            basis.ordinal()));
  }

  @EventSourcingHandler
  void evolve(CreditNoteIssued event) {
    stage = Stage.ISSUED;
  }

  @CommandHandler
  void decide(CancelCreditNote command) {
    if (stage == Stage.CANCELLED) {
      return;
    }
    requireDraft();
    apply(new CreditNoteCancelled(id, command.reason()));
  }

  @EventSourcingHandler
  void evolve(CreditNoteCancelled event) {
    stage = Stage.CANCELLED;
  }

  NoteKind kind() {
    return kind;
  }

  InvoiceId invoiceId() {
    return invoiceId;
  }

  Money amount() {
    return amount;
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
