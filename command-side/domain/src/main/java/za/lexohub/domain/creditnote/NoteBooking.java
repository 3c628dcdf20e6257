package za.lexohub.domain.creditnote;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.dispute.DisputedInvoices;
import za.lexohub.domain.invoice.InvoiceAccounts;
import za.lexohub.domain.invoice.NoteBasis;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.IssueCreditNote;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;

/**
 * Drafts notes on an invoice, and issues them together with their number and their booking: one
 * append, or nothing. A credit may not come to more than is open, when it is drafted and when it is
 * issued (I14).
 */
@Component
class NoteBooking {
  private final Numbers numbers;
  private final Repository<CreditNote> notes;
  private final DisputedInvoices disputes;
  private final InvoiceAccounts invoices;
  private final Practices practices;
  private final EventStore eventStore;

  NoteBooking(
      Numbers numbers,
      Repository<CreditNote> notes,
      DisputedInvoices disputes,
      InvoiceAccounts invoices,
      Practices practices,
      EventStore eventStore) {
    this.numbers = numbers;
    this.notes = notes;
    this.disputes = disputes;
    this.invoices = invoices;
    this.practices = practices;
    this.eventStore = eventStore;
  }

  @CommandHandler
  void decide(
      DraftCreditNote command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<CreditNote> note =
        Admission.loadOrCreate(
            notes,
            CreditNote.class,
            command.creditNoteId(),
            CreditNote::new,
            command.tenant(),
            expectedVersion);
    if (note.invoke(CreditNote::isDrafted)) {
      return;
    }
    if (command.disputeId() != null) {
      disputes.requireAbout(command.disputeId(), command.invoiceId(), command.tenant());
    }
    basis(invoices.lock(command.invoiceId(), command.tenant()), command.kind(), command.amount());
    note.execute(it -> it.decide(command));
  }

  @CommandHandler
  void decide(
      IssueCreditNote command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    NumberSeries series = series(command);
    Numbers.Locked noteNumbers =
        numbers.lock(new NumberSequenceId(command.tenant(), series, command.issuedOn().getYear()));
    Aggregate<CreditNote> note =
        Admission.load(
            notes, CreditNote.class, command.creditNoteId(), command.tenant(), expectedVersion);
    if (note.invoke(CreditNote::isIssued)) {
      return;
    }
    note.execute(CreditNote::requireDraft);
    NoteKind kind = note.invoke(CreditNote::kind);
    Money amount = note.invoke(CreditNote::amount);
    InvoiceAccounts.Locked invoice =
        invoices.lock(note.invoke(CreditNote::invoiceId), command.tenant());
    NoteBasis basis = basis(invoice, kind, amount);
    String number =
        noteNumbers.next(
            practices.of(command.tenant()), command.creditNoteId().toString());
    note.execute(it -> it.decide(command, number, basis));
    if (kind == NoteKind.CREDIT) {
      invoice.credit(command.creditNoteId(), number, amount, command.issuedOn());
    } else {
      invoice.debit(command.creditNoteId(), number, amount, command.issuedOn());
    }
  }

  /** Which sequence to lock first stands in the note's first event, which needs no lock. */
  private NumberSeries series(IssueCreditNote command) {
    DomainEventStream stream = eventStore.readEvents(command.creditNoteId().toString());
    if (stream.hasNext()
        && stream.next().getPayload() instanceof CreditNoteDrafted drafted
        && drafted.tenantId().equals(command.tenant())) {
      return drafted.kind() == NoteKind.CREDIT ? NumberSeries.CREDIT_NOTE : NumberSeries.DEBIT_NOTE;
    }
    throw new NotFound("CreditNote");
  }

  private static NoteBasis basis(InvoiceAccounts.Locked invoice, NoteKind kind, Money amount) {
    return kind == NoteKind.CREDIT ? invoice.creditable(amount) : invoice.debitable(amount);
  }
}
