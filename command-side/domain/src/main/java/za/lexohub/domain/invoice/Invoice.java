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
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceCommands.IssueInvoiceLink;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceViewed;
import za.lexohub.messages.invoice.InvoiceCommands.RequestPaymentReceipt;
import za.lexohub.messages.invoice.InvoiceCommands.ResendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceLinkIssued;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceResent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.practice.PaymentTerm;

/**
 * A bill. Lives: generated as a draft ({@link InvoiceDraft}), then sent; from then on it is owed
 * ({@link OwedInvoice}). Discarded as a draft, voided unpaid or written off, it leaves the books;
 * it is never deleted (I22).
 */
@Aggregate(cache = "aggregateCache")
class Invoice extends OwedInvoice {
  /** The mail that brings the original to the attorney. */
  private static final String FINAL_INVOICE = "final-invoice";

  private int deliveries;
  private boolean viewed;
  private @Nullable String linkHash;
  private int linkGeneration;

  @AggregateMember private final InvoiceDocuments documents = new InvoiceDocuments();
  @AggregateMember private final Dunning dunning = new Dunning(this::openBalance);

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
    account = Account.owing(event.totals().total());
    deliveries = 1;
  }

  @CommandHandler
  void decide(ResendInvoice command) {
    lifecycle.requireIssued();
    Lifecycle.require(!account.isSettled(), Rule.INVOICE_ALREADY_PAID, "is paid");
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

  /**
   * By a person or a saga.
   *
   * @return which payment it is for, counted from 1: the version of its rendering
   */
  @CommandHandler
  int decide(RequestPaymentReceipt command) {
    lifecycle.requireWasIssued();
    int ordinal =
        command.paymentId() == null
            ? account
                .lastStanding()
                .orElseThrow(
                    () -> new RuleViolated(Rule.PAYMENT_UNKNOWN, "the invoice has no payment"))
                .ordinal()
            : account.requireStanding(command.paymentId()).ordinal();
    if (!documents.isStored(PdfKind.RECEIPT, ordinal)) {
      apply(new InvoicePdfRequested(id, PdfKind.RECEIPT, ordinal));
    }
    return ordinal;
  }

  @CommandHandler
  void decide(IssueInvoiceLink command) {
    lifecycle.requireIssued();
    if (command.linkGeneration() == linkGeneration && command.tokenHash().equals(linkHash)) {
      return;
    }
    Lifecycle.require(
        command.linkGeneration() == linkGeneration + 1,
        Rule.LINK_GENERATION_STALE,
        "has " + linkGeneration + " as the generation of its last link");
    apply(new InvoiceLinkIssued(id, command.tokenHash(), command.linkGeneration()));
  }

  @EventSourcingHandler
  void evolve(InvoiceLinkIssued event) {
    linkHash = event.tokenHash();
    linkGeneration = event.linkGeneration();
  }

  FiledInvoice filed() {
    boolean open =
        lifecycle == Lifecycle.DRAFT
            || lifecycle == Lifecycle.ISSUED && !account.isSettled()
            || isDisputed();
    LocalDate lastDated = account.lastEntry(invoiceDate);
    LocalDate lastEntry = bookedOn != null && bookedOn.isAfter(lastDated) ? bookedOn : lastDated;
    return new FiledInvoice(
        matterId, proFormaId, open, lifecycle.wasIssued() ? invoiceDate : null, lastEntry);
  }

  boolean isVoided() {
    return lifecycle == Lifecycle.VOIDED;
  }

  void requireVoidable() {
    lifecycle.requireIssued();
    account.requireUntouched();
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
