package za.lexohub.projectors.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterEvents.DisbursementAmended;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.ServiceAmended;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeEntryAmended;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterEvents.WorkItemRemoved;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.stamp.Positions;
import za.lexohub.readmodels.ledger.LedgerEntry;
import za.lexohub.readmodels.ledger.LedgerKind;
import za.lexohub.readmodels.ledger.LedgerRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/**
 * Books what is said about money and work. An entry counts on the date that its event names, else
 * on the South African day on which it was recorded: a reversal is never dated back. A payment out
 * of a receipt is booked with the day on which that money came in, and beside it the day on which
 * it was allocated, which is the one that counts. Nothing personal is booked, so no erasure reaches
 * the ledger.
 */
@ProcessingGroup(ReadModelGroups.LEDGER)
public final class LedgerProjector {

  private final LedgerRows ledger;
  private final PublishedPositions positions;

  public LedgerProjector(LedgerRows ledger, PublishedPositions positions) {
    this.ledger = ledger;
    this.positions = positions;
  }

  @EventHandler
  void on(InvoiceSent event, Stamp stamp, DomainEventMessage<?> message) {
    var totals = OpenedText.totals(event.totals());
    MatterId matter = event.matterId();
    book(
        stamp,
        message,
        account(
                LedgerKind.INVOICED,
                event.invoiceId(),
                event.invoiceDate(),
                event.totals().total().amount())
            .matter(matter == null ? null : matter.value())
            .totals(totals.fees(), totals.disbursements(), totals.discount(), totals.vat())
            .due(event.dueDate()));
  }

  @EventHandler
  void on(InvoiceVoided event, Stamp stamp, DomainEventMessage<?> message) {
    book(stamp, message, account(LedgerKind.VOIDED, event.invoiceId(), day(stamp), 0));
  }

  @EventHandler
  void on(PaymentRecorded event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        account(
                LedgerKind.PAID,
                event.invoiceId(),
                event.paymentDate(),
                Math.negateExact(event.amount().amount()))
            .payment(event.paymentId().value(), event.method().name()));
  }

  @EventHandler
  void on(PaymentReversed event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        account(LedgerKind.PAYMENT_REVERSED, event.invoiceId(), day(stamp), event.amount().amount())
            .payment(event.paymentId().value(), null));
  }

  @EventHandler
  void on(ReceiptAllocated event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        account(LedgerKind.ALLOCATED, event.invoiceId(), day(stamp), event.amount().amount())
            .payment(event.paymentId().value(), null));
  }

  @EventHandler
  void on(CreditNoteApplied event, Stamp stamp, DomainEventMessage<?> message) {
    note(
        LedgerKind.CREDITED,
        event.invoiceId(),
        event.creditNoteId(),
        Math.negateExact(event.amount().amount()),
        stamp,
        message);
  }

  @EventHandler
  void on(DebitNoteApplied event, Stamp stamp, DomainEventMessage<?> message) {
    note(
        LedgerKind.DEBITED,
        event.invoiceId(),
        event.creditNoteId(),
        event.amount().amount(),
        stamp,
        message);
  }

  @EventHandler
  void on(InvoiceWrittenOff event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        account(
            LedgerKind.WRITTEN_OFF,
            event.invoiceId(),
            day(stamp),
            Math.negateExact(event.amount().amount())));
  }

  @EventHandler
  void on(TimeLogged event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_LOGGED, event.workItemId(), stamp, event.date(), event.amount())
            .spent(event.minutes(), event.billable()));
  }

  @EventHandler
  void on(TimeEntryAmended event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_AMENDED, event.workItemId(), stamp, event.date(), event.amount())
            .spent(event.minutes(), event.billable()));
  }

  @EventHandler
  void on(ServiceLogged event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_LOGGED, event.workItemId(), stamp, event.date(), event.amount())
            .spent(null, true));
  }

  @EventHandler
  void on(ServiceAmended event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_AMENDED, event.workItemId(), stamp, event.date(), event.amount())
            .spent(null, true));
  }

  @EventHandler
  void on(DisbursementLogged event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_LOGGED, event.workItemId(), stamp, event.date(), event.amount())
            .spent(null, true));
  }

  @EventHandler
  void on(DisbursementAmended event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_AMENDED, event.workItemId(), stamp, event.date(), event.amount())
            .spent(null, true));
  }

  @EventHandler
  void on(WorkItemRemoved event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_REMOVED, event.workItemId(), stamp, day(stamp), Money.ZERO));
  }

  @EventHandler
  void on(WorkItemWrittenOff event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        work(LedgerKind.WORK_WRITTEN_OFF, event.workItemId(), stamp, day(stamp), event.amount()));
  }

  @EventHandler
  void on(MatterInvoiced event, Stamp stamp, DomainEventMessage<?> message) {
    event
        .workItems()
        .forEach(item -> moved(LedgerKind.WORK_BILLED, item, event.invoiceId(), stamp, message));
  }

  @EventHandler
  void on(MatterInvoiceReleased event, Stamp stamp, DomainEventMessage<?> message) {
    event
        .workItems()
        .forEach(item -> moved(LedgerKind.WORK_RELEASED, item, event.invoiceId(), stamp, message));
  }

  @EventHandler
  void on(ProFormaSent event, Stamp stamp, DomainEventMessage<?> message) {
    book(stamp, message, quote(LedgerKind.QUOTE_SENT, event.proFormaId(), stamp, event.total()));
  }

  @EventHandler
  void on(ProFormaAccepted event, Stamp stamp, DomainEventMessage<?> message) {
    MatterId matter = event.matterId();
    book(
        stamp,
        message,
        quote(LedgerKind.QUOTE_ACCEPTED, event.proFormaId(), stamp, event.offer().totals().total())
            .matter(matter == null ? null : matter.value()));
  }

  @EventHandler
  void on(ProFormaDeclined event, Stamp stamp, DomainEventMessage<?> message) {
    book(stamp, message, quote(LedgerKind.QUOTE_DECLINED, event.proFormaId(), stamp, Money.ZERO));
  }

  /** A request that nobody filled in was no quote. */
  @EventHandler
  void on(ProFormaExpired event, Stamp stamp, DomainEventMessage<?> message) {
    if (event.phase() == ExpiryPhase.OFFER) {
      book(stamp, message, quote(LedgerKind.QUOTE_EXPIRED, event.proFormaId(), stamp, Money.ZERO));
    }
  }

  @EventHandler
  void on(ProFormaConvertedToInvoice event, Stamp stamp, DomainEventMessage<?> message) {
    book(
        stamp,
        message,
        quote(LedgerKind.QUOTE_CONVERTED, event.proFormaId(), stamp, Money.ZERO)
            .invoice(event.invoiceId().value()));
  }

  /** A request for a matter was no quote. */
  @EventHandler
  void on(ProFormaConvertedToMatter event, Stamp stamp, DomainEventMessage<?> message) {
    if (event.accepted()) {
      book(
          stamp,
          message,
          quote(LedgerKind.QUOTE_CONVERTED, event.proFormaId(), stamp, Money.ZERO)
              .matter(event.matterId().value()));
    }
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.LEDGER);
    ledger.empty();
  }

  private void note(
      LedgerKind kind,
      InvoiceId invoice,
      CreditNoteId note,
      long cents,
      Stamp stamp,
      DomainEventMessage<?> message) {
    book(stamp, message, account(kind, invoice, day(stamp), cents).note(note.value()));
  }

  private void moved(
      LedgerKind kind,
      WorkItemId item,
      InvoiceId invoice,
      Stamp stamp,
      DomainEventMessage<?> message) {
    ledger.book(
        stamp,
        UUID.fromString(message.getIdentifier()),
        item.value(),
        position(message),
        LedgerEntry.of(kind, day(stamp), 0).matter(stamp.id()).invoice(invoice.value()));
  }

  private void book(Stamp stamp, DomainEventMessage<?> message, LedgerEntry entry) {
    ledger.book(stamp, UUID.fromString(message.getIdentifier()), position(message), entry);
  }

  private static LedgerEntry account(LedgerKind kind, InvoiceId invoice, LocalDate on, long cents) {
    return LedgerEntry.of(kind, on, cents).invoice(invoice.value());
  }

  private static LedgerEntry work(
      LedgerKind kind, WorkItemId item, Stamp stamp, LocalDate on, Money amount) {
    return LedgerEntry.of(kind, on, amount.amount()).matter(stamp.id()).work(item.value());
  }

  private static LedgerEntry quote(
      LedgerKind kind, ProFormaId proForma, Stamp stamp, Money amount) {
    return LedgerEntry.of(kind, day(stamp), amount.amount()).proForma(proForma.value());
  }

  private static LocalDate day(Stamp stamp) {
    return BusinessTime.dateAt(stamp.at());
  }

  private static long position(DomainEventMessage<?> message) {
    return Math.max(0, Positions.of(message));
  }
}
