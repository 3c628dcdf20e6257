package za.lexohub.projectors.search;

import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchIndex;

/**
 * Keeps the index {@code invoices}. At least once, in any order; see {@link SearchDocuments}.
 *
 * <p>That an invoice was overdue stays noted while it is paid: when a payment is reversed it is
 * overdue again at once.
 */
@ProcessingGroup(InvoiceSearchProjector.GROUP)
class InvoiceSearchProjector {

  static final String GROUP = ReadModelGroups.INVOICE_SEARCH;

  private final SearchDocuments documents;
  private final Emptied emptied;
  private final Unsealed unsealed;

  InvoiceSearchProjector(SearchDocuments documents, Emptied emptied, PersonalDataVault vault) {
    this.documents = documents;
    this.emptied = emptied;
    this.unsealed = new Unsealed(vault);
  }

  @EventHandler
  void on(InvoiceGenerated event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice -> {
          invoice = unsealed.wording(invoice, event.wording());
          invoice = unsealed.client(invoice, event.client());
          invoice = unsealed.attorney(invoice, event.attorney());
          return invoice
              .with(SearchField.REFERENCE_NUMBER, event.invoiceNumber())
              .with(
                  SearchField.PRO_FORMA_ID,
                  event.proFormaId() == null ? null : event.proFormaId().value())
              .with(
                  SearchField.MATTER_ID, event.matterId() == null ? null : event.matterId().value())
              .with(SearchField.MATTER_TYPE, event.matterType())
              .with(SearchField.BAR, event.supplier().bar())
              .with(SearchField.TOTAL_CENTS, event.totals().total().amount())
              .with(SearchField.BALANCE_CENTS, event.totals().total().amount())
              .with(SearchField.INVOICE_DATE, event.invoiceDate())
              .with(SearchField.DUE_DATE, event.dueDate())
              .with(SearchField.LIFECYCLE, "DRAFT");
        });
  }

  @EventHandler
  void on(InvoiceDraftUpdated event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice -> {
          invoice = unsealed.wording(invoice, event.wording());
          return invoice
              .with(SearchField.TOTAL_CENTS, event.totals().total().amount())
              .with(SearchField.BALANCE_CENTS, event.totals().total().amount())
              .with(SearchField.INVOICE_DATE, event.invoiceDate())
              .with(SearchField.DUE_DATE, event.dueDate());
        });
  }

  @EventHandler
  void on(InvoiceDiscountApplied event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice ->
            invoice
                .with(SearchField.TOTAL_CENTS, event.totals().total().amount())
                .with(SearchField.BALANCE_CENTS, event.totals().total().amount()));
  }

  @EventHandler
  void on(InvoiceDiscarded event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.LIFECYCLE, "DISCARDED"));
  }

  @EventHandler
  void on(InvoiceSent event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice ->
            invoice
                .with(SearchField.TOTAL_CENTS, event.totals().total().amount())
                .with(SearchField.BALANCE_CENTS, event.totals().total().amount())
                .with(SearchField.INVOICE_DATE, event.invoiceDate())
                .with(SearchField.DUE_DATE, event.dueDate())
                .with(SearchField.LIFECYCLE, "ISSUED"));
  }

  @EventHandler
  void on(InvoiceViewed event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.VIEWED, true));
  }

  @EventHandler
  void on(InvoiceBecameOverdue event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.OVERDUE_SINCE, event.since()));
  }

  @EventHandler
  void on(InvoiceDisputed event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.DISPUTED, true));
  }

  @EventHandler
  void on(InvoiceDisputeResolved event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.DISPUTED, false));
  }

  @EventHandler
  void on(PaymentRecorded event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice -> invoice.with(SearchField.BALANCE_CENTS, event.balanceAfter().amount()));
  }

  @EventHandler
  void on(PaymentReversed event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice -> invoice.with(SearchField.BALANCE_CENTS, event.balanceAfter().amount()));
  }

  @EventHandler
  void on(CreditNoteApplied event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice -> invoice.with(SearchField.BALANCE_CENTS, event.balanceAfter().amount()));
  }

  @EventHandler
  void on(DebitNoteApplied event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice -> invoice.with(SearchField.BALANCE_CENTS, event.balanceAfter().amount()));
  }

  @EventHandler
  void on(InvoiceWrittenOff event, DomainEventMessage<?> message) {
    change(
        event,
        message,
        invoice -> {
          invoice = invoice.with(SearchField.BALANCE_CENTS, event.balanceAfter().amount());
          return event.balanceAfter().isZero()
              ? invoice.with(SearchField.LIFECYCLE, "WRITTEN_OFF")
              : invoice;
        });
  }

  @EventHandler
  void on(InvoiceReopened event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.LIFECYCLE, "ISSUED"));
  }

  @EventHandler
  void on(InvoiceVoided event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.LIFECYCLE, "VOIDED"));
  }

  @EventHandler
  void on(InvoicePdfFailed event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.PDF_FAILURE, event.kind()));
  }

  @EventHandler
  void on(InvoicePdfStored event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.PDF_FAILURE, null));
  }

  @EventHandler
  void on(InvoiceNotificationFailed event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.MAIL_FAILURE, event.template()));
  }

  @EventHandler
  void on(InvoiceNotificationSent event, DomainEventMessage<?> message) {
    change(event, message, invoice -> invoice.with(SearchField.MAIL_FAILURE, null));
  }

  @EventHandler
  void on(Forgetting event, DomainEventMessage<?> message) {
    documents.forget(SearchIndex.INVOICES, event.data().invoiceIds(), event.data(), message);
  }

  @ResetHandler
  void reset() {
    emptied.afterCommit(SearchIndex.INVOICES);
  }

  private void change(
      InvoiceEvents event, DomainEventMessage<?> message, UnaryOperator<DocumentChange> saying) {
    documents.change(SearchIndex.INVOICES, event.invoiceId(), message, saying);
  }
}
