package za.lexohub.processes.mail;

import java.time.LocalDate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;

/** An invoice as its mails need to know it, and where one of them stands. */
final class InvoiceState {

  private final String template;
  private final Recipient recipient;
  private final int delivery;
  private @Nullable InvoiceGenerated generated;
  private @Nullable PersonalData wording;
  private @Nullable Totals totals;
  private @Nullable LocalDate invoiceDate;
  private @Nullable LocalDate dueDate;
  private @Nullable Party attorney;
  private @Nullable InvoicePdfStored draft;
  private @Nullable InvoicePdfStored original;
  private boolean gone;
  private final Requests requests = new Requests();

  InvoiceState(String template, Recipient recipient, int delivery) {
    this.template = template;
    this.recipient = recipient;
    this.delivery = delivery;
  }

  void on(DomainEventMessage<?> message) {
    switch (message.getPayload()) {
      case InvoiceGenerated e -> {
        generated = e;
        wording = e.wording();
        totals = e.totals();
        invoiceDate = e.invoiceDate();
        dueDate = e.dueDate();
        attorney = e.attorney();
      }
      case InvoiceDraftUpdated e -> {
        wording = e.wording();
        totals = e.totals();
        invoiceDate = e.invoiceDate();
        dueDate = e.dueDate();
      }
      case InvoiceDiscountApplied e -> totals = e.totals();
      case InvoiceSent e -> {
        totals = e.totals();
        invoiceDate = e.invoiceDate();
        dueDate = e.dueDate();
        attorney = e.recipient();
      }
      case InvoicePdfStored e when e.kind() == PdfKind.DRAFT -> {
        if (draft == null || e.version() > draft.version()) {
          draft = e;
        }
      }
      case InvoicePdfStored e -> original = e;
      case InvoiceDiscarded e -> gone = true;
      case InvoiceVoided e -> gone = true;
      case InvoiceNotificationRequested e when is(e.template(), e.recipient(), e.delivery()) ->
          requests.asked(message.getSequenceNumber());
      case InvoiceNotificationFailed e when is(e.template(), e.recipient(), e.delivery()) ->
          requests.givenUp();
      case InvoiceNotificationSent e when is(e.template(), e.recipient(), e.delivery()) ->
          requests.sent();
      default -> {
        // no mail speaks of it
      }
    }
  }

  private boolean is(String template, Recipient recipient, int delivery) {
    return this.template.equals(template)
        && this.recipient == recipient
        && this.delivery == delivery;
  }

  boolean belongsTo(TenantId tenant) {
    return generated != null && generated.tenantId().equals(tenant);
  }

  /** Whether the request with this sequence number is the one to work off. */
  boolean pending(@Nullable Long request) {
    return requests.pending(request);
  }

  boolean gone() {
    return gone;
  }

  InvoiceGenerated generated() {
    return known(generated);
  }

  PersonalData wording() {
    return known(wording);
  }

  Totals totals() {
    return known(totals);
  }

  LocalDate invoiceDate() {
    return known(invoiceDate);
  }

  LocalDate dueDate() {
    return known(dueDate);
  }

  Party attorney() {
    return known(attorney);
  }

  @Nullable InvoicePdfStored draft() {
    return draft;
  }

  @Nullable InvoicePdfStored original() {
    return original;
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an invoice begins with InvoiceGenerated");
    }
    return value;
  }
}
