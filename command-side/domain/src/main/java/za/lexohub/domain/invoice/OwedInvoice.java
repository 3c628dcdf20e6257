package za.lexohub.domain.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceCommands.ReconcilePayment;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceCommands.WriteOffInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReconciled;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;

/**
 * The part of an {@link Invoice}'s life in which it is owed: paid, credited, debited, written off
 * and disputed. From paid only a reversal or a debit note leads away (I18), from written off only a
 * payment that did not hold. Payments, credits and write-offs go on during a dispute ({@code
 * domain.md} D18).
 */
abstract class OwedInvoice extends InvoiceDraft {
  Account account = Account.owing(Money.ZERO);
  private boolean overdue;
  private @Nullable DisputeId dispute;

  /** When the books were written in last, which a payment's own date may lie years before. */
  @Nullable LocalDate bookedOn;

  /** What is asked for: nothing while it is no debt, or none any more. */
  Money openBalance() {
    return lifecycle == Lifecycle.ISSUED ? account.open() : Money.ZERO;
  }

  boolean isDisputed() {
    return dispute != null;
  }

  @CommandHandler
  void decide(MarkInvoiceOverdue command) {
    if (lifecycle == Lifecycle.ISSUED) {
      becomeOverdueOn(command.today(), account.open());
    }
  }

  private void becomeOverdueOn(LocalDate today, Money balance) {
    if (!overdue && balance.isPositive() && today.isAfter(dueDate)) {
      apply(new InvoiceBecameOverdue(id, dueDate.plusDays(1), balance));
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceBecameOverdue event) {
    overdue = true;
  }

  void pay(
      PaymentId paymentId,
      Money amount,
      PaymentMethod method,
      LocalDate date,
      @Nullable PersonalData reference,
      LocalDate today) {
    lifecycle.requireIssued();
    account.requireUnknown(paymentId);
    account.requireAcceptable(amount, date, today);
    Money balance = account.open().minus(amount);
    Money paid = account.paid().plus(amount);
    LocalDate lastDay = account.lastDay(date);
    apply(new PaymentRecorded(id, paymentId, amount, method, date, reference, balance));
    apply(
        balance.isZero()
            ? new InvoicePaid(id, paid, lastDay)
            : new InvoicePartiallyPaid(id, paid, balance));
  }

  @EventSourcingHandler
  void evolve(PaymentRecorded event, @Timestamp Instant at) {
    account = account.with(event);
    booked(at);
  }

  @EventSourcingHandler
  void evolve(InvoicePartiallyPaid event) {
    // What it sums up is known from the account.
  }

  @EventSourcingHandler
  void evolve(InvoicePaid event) {
    overdue = false;
  }

  void decide(ReversePayment command) {
    Account.Payment payment = account.requireStanding(command.paymentId());
    Lifecycle.require(
        !payment.method().isClientMoney(),
        Rule.PAYMENT_FROM_CLIENT_MONEY,
        "was paid out of money held for the client; reverse it there");
    reverse(command.paymentId(), command.reason(), command.today());
  }

  void reverse(PaymentId paymentId, PersonalData reason, LocalDate today) {
    Money amount = account.requireStanding(paymentId).amount();
    boolean wasSettled = account.isSettled();
    Money balance = account.open().plus(amount);
    apply(new PaymentReversed(id, paymentId, amount, reason, balance));
    reopen(wasSettled, balance, today);
  }

  private void reopen(boolean wasSettled, Money balance, LocalDate today) {
    if (wasSettled) {
      apply(new InvoiceReopened(id, balance, dueDate));
    }
    becomeOverdueOn(today, balance);
  }

  @EventSourcingHandler
  void evolve(PaymentReversed event, @Timestamp Instant at) {
    account = account.with(event);
    booked(at);
  }

  /** Whether it is overdue too, the next event says. */
  @EventSourcingHandler
  void evolve(InvoiceReopened event) {
    lifecycle = Lifecycle.ISSUED;
  }

  @CommandHandler
  void decide(ReconcilePayment command) {
    Account.Payment payment = account.requireStanding(command.paymentId());
    Lifecycle.require(
        !payment.reconciled(),
        Rule.PAYMENT_ALREADY_RECONCILED,
        "had this payment reconciled already");
    Lifecycle.require(
        !command.reconciledOn().isAfter(command.today()),
        Rule.PAYMENT_DATE_IN_FUTURE,
        "cannot have a payment reconciled on a day to come");
    apply(
        new PaymentReconciled(
            id, command.paymentId(), command.reconciledOn(), command.bankReference()));
  }

  @EventSourcingHandler
  void evolve(PaymentReconciled event, @Timestamp Instant at) {
    account = account.reconciled(event.paymentId());
    booked(at);
  }

  @CommandHandler
  void decide(WriteOffInvoice command) {
    lifecycle.requireIssued();
    account.requireCovers(command.amount());
    apply(
        new InvoiceWrittenOff(
            id, command.amount(), command.reason(), account.open().minus(command.amount())));
  }

  @EventSourcingHandler
  void evolve(InvoiceWrittenOff event, @Timestamp Instant at) {
    account = account.with(event);
    if (account.isSettled()) {
      lifecycle = Lifecycle.WRITTEN_OFF;
      overdue = false;
    }
    booked(at);
  }

  /** Refused unless something of the invoice is open, and so much (I14). */
  NoteBasis creditable(Money amount) {
    lifecycle.requireIssued();
    account.requireCovers(amount);
    return new NoteBasis(
        number,
        supplier,
        account.creditVat(amount, totals.vat()),
        account.owed().minus(amount),
        account.creditNotes() + 1);
  }

  /** Refused unless issued, and when the invoice would come to more than any document may. */
  NoteBasis debitable(Money amount) {
    lifecycle.requireIssued();
    Money correctTotal = account.owed().plus(amount);
    Lifecycle.require(
        !amount.exceeds(Totals.MAX_TOTAL) && !correctTotal.exceeds(Totals.MAX_TOTAL),
        Rule.TOTAL_TOO_LARGE,
        "would come to more than any document may");
    return new NoteBasis(
        number,
        supplier,
        account.debitVat(amount, totals.vat()),
        correctTotal,
        account.debitNotes() + 1);
  }

  void credit(CreditNoteId note, String noteNumber, Money amount, LocalDate issuedOn) {
    int ordinal = creditable(amount).ordinal();
    Money balance = account.open().minus(amount);
    apply(new CreditNoteApplied(id, note, noteNumber, ordinal, amount, balance));
    if (balance.isZero()) {
      apply(new InvoiceSettled(id, issuedOn));
    }
    apply(new InvoicePdfRequested(id, PdfKind.CREDIT_NOTE, ordinal));
  }

  @EventSourcingHandler
  void evolve(CreditNoteApplied event, @Timestamp Instant at) {
    account = account.with(event);
    booked(at);
  }

  @EventSourcingHandler
  void evolve(InvoiceSettled event) {
    overdue = false;
  }

  void debit(CreditNoteId note, String noteNumber, Money amount, LocalDate issuedOn) {
    int ordinal = debitable(amount).ordinal();
    boolean wasSettled = account.isSettled();
    Money balance = account.open().plus(amount);
    apply(new DebitNoteApplied(id, note, noteNumber, ordinal, amount, balance));
    reopen(wasSettled, balance, issuedOn);
    apply(new InvoicePdfRequested(id, PdfKind.DEBIT_NOTE, ordinal));
  }

  @EventSourcingHandler
  void evolve(DebitNoteApplied event, @Timestamp Instant at) {
    account = account.with(event);
    booked(at);
  }

  void dispute(DisputeId disputeId, Money amount) {
    lifecycle.requireIssued();
    Lifecycle.require(dispute == null, Rule.INVOICE_DISPUTED, "is disputed already");
    account.requireCovers(amount);
    apply(new InvoiceDisputed(id, disputeId, amount));
  }

  @EventSourcingHandler
  void evolve(InvoiceDisputed event) {
    dispute = event.disputeId();
  }

  /** However the invoice stands meanwhile. */
  void resolve(DisputeId disputeId, DisputeResolution resolution) {
    Lifecycle.require(
        disputeId.equals(dispute), Rule.INVOICE_NOT_DISPUTED, "is not disputed by this dispute");
    apply(new InvoiceDisputeResolved(id, disputeId, resolution));
  }

  @EventSourcingHandler
  void evolve(InvoiceDisputeResolved event) {
    dispute = null;
  }

  final void booked(Instant at) {
    LocalDate day = BusinessTime.dateAt(at);
    if (bookedOn == null || day.isAfter(bookedOn)) {
      bookedOn = day;
    }
  }
}
