package za.lexohub.domain.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceViewed;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceCommands.ResendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceResent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.practice.PaymentTerm;

/**
 * A bill. Lives: generated as a draft ({@link InvoiceDraft}), then sent; from then on it is owed,
 * perhaps overdue, paid in parts or in full, and open again when a payment does not hold. Discarded
 * as a draft or voided unpaid, it leaves the books; it is never deleted (I22).
 */
@Aggregate
class Invoice extends InvoiceDraft {
  /** The mail that brings the original to the attorney. */
  private static final String FINAL_INVOICE = "final-invoice";

  private Payments payments = Payments.owing(Money.ZERO);
  private int deliveries;
  private boolean viewed;
  private boolean overdue;

  /** When the books were written in last, which a payment's own date may lie years before. */
  private @Nullable LocalDate bookedOn;

  @AggregateMember private final InvoiceDocuments documents = new InvoiceDocuments();

  Invoice() {}

  @CommandHandler
  void decide(SendInvoice command, InvoiceTerms terms) {
    lifecycle.requireSendable();
    LocalDate date = dateOf(command);
    requireNotInFuture(date, command.today());
    terms.requireVatStatus(command.tenant(), supplier, date);
    Totals due = terms.totals(command.tenant(), matterId, supplier, lines, totals.discount(), date);
    Lifecycle.require(due.total().isPositive(), Rule.NOTHING_TO_CHARGE, "has a total of nothing");
    Lifecycle.require(
        attorney.reachableByEmail(),
        Rule.RECIPIENT_WITHOUT_EMAIL,
        "has an attorney without an e-mail address");
    PaymentTerm term =
        paymentTerm.policy().equals(PaymentTerm.CUSTOM) ? paymentTerm : terms.term(date, supplier);
    apply(
        new InvoiceSent(
            id,
            command.tenant(),
            number,
            matterId,
            attorney,
            due,
            term,
            date,
            term.dueDate(date),
            command.at()));
    apply(new InvoicePdfRequested(id, PdfKind.ORIGINAL, 1));
  }

  private LocalDate dateOf(SendInvoice command) {
    if (command.invoiceDate() != null) {
      return command.invoiceDate();
    }
    return invoiceDateFixed ? invoiceDate : command.today();
  }

  @EventSourcingHandler
  void evolve(InvoiceSent event) {
    lifecycle = Lifecycle.ISSUED;
    totals = event.totals();
    dated(event.invoiceDate(), event.paymentTerm(), event.dueDate());
    payments = Payments.owing(event.totals().total());
    deliveries = 1;
  }

  @CommandHandler
  void decide(ResendInvoice command) {
    lifecycle.requireIssued();
    Lifecycle.require(!payments.isSettled(), Rule.INVOICE_ALREADY_PAID, "is paid");
    int delivery = deliveries + 1;
    apply(new InvoiceResent(id, delivery, command.at()));
    apply(new InvoiceNotificationRequested(id, FINAL_INVOICE, Recipient.ATTORNEY, delivery));
  }

  @EventSourcingHandler
  void evolve(InvoiceResent event) {
    deliveries = event.delivery();
  }

  @CommandHandler
  void decide(RecordInvoiceViewed command) {
    lifecycle.requireIssued();
    if (!viewed) {
      apply(new InvoiceViewed(id, command.at()));
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceViewed event) {
    viewed = true;
  }

  @CommandHandler
  void decide(MarkInvoiceOverdue command) {
    if (lifecycle == Lifecycle.ISSUED) {
      becomeOverdueOn(command.today(), payments.balance());
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

  @CommandHandler
  void decide(RecordPayment command) {
    if (payments.isRepeat(command)) {
      return;
    }
    lifecycle.requireIssued();
    payments.requireAcceptable(command);
    Money balance = payments.balance().minus(command.amount());
    Money paid = payments.paid().plus(command.amount());
    apply(
        new PaymentRecorded(
            id,
            command.paymentId(),
            command.amount(),
            command.method(),
            command.paymentDate(),
            command.reference(),
            balance));
    apply(
        balance.isZero()
            ? new InvoicePaid(id, paid, payments.lastDay(command.paymentDate()))
            : new InvoicePartiallyPaid(id, paid, balance));
  }

  @EventSourcingHandler
  void evolve(PaymentRecorded event, @Timestamp Instant at) {
    payments = payments.with(event);
    booked(at);
  }

  @EventSourcingHandler
  void evolve(InvoicePartiallyPaid event) {
    // What it sums up is known from the payments.
  }

  @EventSourcingHandler
  void evolve(InvoicePaid event) {
    overdue = false;
  }

  @CommandHandler
  void decide(ReversePayment command) {
    Payments.Payment payment = payments.requireStanding(command.paymentId());
    boolean wasPaid = payments.isSettled();
    Money balance = payments.balance().plus(payment.amount());
    apply(
        new PaymentReversed(id, command.paymentId(), payment.amount(), command.reason(), balance));
    if (wasPaid) {
      apply(new InvoiceReopened(id, balance, dueDate));
    }
    becomeOverdueOn(command.today(), balance);
  }

  @EventSourcingHandler
  void evolve(PaymentReversed event, @Timestamp Instant at) {
    payments = payments.without(event.paymentId());
    booked(at);
  }

  @EventSourcingHandler
  void evolve(InvoiceReopened event) {
    // Follows from the payments; whether it is overdue too, the next event says.
  }

  FiledInvoice filed() {
    boolean wasIssued = lifecycle == Lifecycle.ISSUED || lifecycle == Lifecycle.VOIDED;
    boolean open =
        lifecycle == Lifecycle.DRAFT || lifecycle == Lifecycle.ISSUED && !payments.isSettled();
    LocalDate lastDated = payments.lastEntry(invoiceDate);
    LocalDate lastEntry = bookedOn != null && bookedOn.isAfter(lastDated) ? bookedOn : lastDated;
    return new FiledInvoice(open, wasIssued ? invoiceDate : null, lastEntry);
  }

  private void booked(Instant at) {
    LocalDate day = BusinessTime.dateAt(at);
    if (bookedOn == null || day.isAfter(bookedOn)) {
      bookedOn = day;
    }
  }

  boolean isVoided() {
    return lifecycle == Lifecycle.VOIDED;
  }

  void requireVoidable() {
    lifecycle.requireIssued();
    payments.requireNone();
  }

  void decide(VoidInvoice command) {
    apply(new InvoiceVoided(id, number, proFormaId, command.reason()));
  }

  @EventSourcingHandler
  void evolve(InvoiceVoided event, @Timestamp Instant at) {
    lifecycle = Lifecycle.VOIDED;
    booked(at);
  }
}
