package za.lexohub.processes.mail;

import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.invoice.InvoiceContent;

/** An invoice as its mails need to know it, and where one of them stands. */
final class InvoiceState {

  private final String template;
  private final Recipient recipient;
  private final int delivery;
  private final InvoiceContent content = new InvoiceContent();
  private @Nullable InvoicePdfStored draft;
  private @Nullable InvoicePdfStored original;
  private @Nullable InvoicePdfStored voucher;
  private final AccountState account = new AccountState();
  private boolean gone;
  private final Requests requests = new Requests();

  InvoiceState(String template, Recipient recipient, int delivery) {
    this.template = template;
    this.recipient = recipient;
    this.delivery = delivery;
  }

  void on(DomainEventMessage<?> message) {
    content.on(message.getPayload());
    account.on(message.getPayload());
    switch (message.getPayload()) {
      case InvoicePdfStored e when e.kind() == PdfKind.DRAFT -> {
        if (draft == null || e.version() > draft.version()) {
          draft = e;
        }
      }
      case InvoicePdfStored e when e.kind() == PdfKind.ORIGINAL -> original = e;
      case InvoicePdfStored e when e.version() == delivery && e.kind() == enclosed() -> voucher = e;
      case InvoiceDiscarded e -> gone = true;
      case InvoiceVoided e -> gone = true;
      case InvoiceNotificationRequested e when is(e.template(), e.recipient(), e.delivery()) ->
          requests.asked(message.getSequenceNumber());
      case InvoiceNotificationFailed e when is(e.template(), e.recipient(), e.delivery()) ->
          requests.givenUp();
      case InvoiceNotificationSent e when is(e.template(), e.recipient(), e.delivery()) ->
          requests.sent();
      default -> {
        // says nothing about where this mail stands
      }
    }
  }

  /** What the mail of a voucher brings; such a mail's delivery counts as its paper's version. */
  private @Nullable PdfKind enclosed() {
    return switch (template) {
      case InvoiceCorrespondence.RECEIPT -> PdfKind.RECEIPT;
      case InvoiceCorrespondence.CREDIT_NOTE -> PdfKind.CREDIT_NOTE;
      case InvoiceCorrespondence.DEBIT_NOTE -> PdfKind.DEBIT_NOTE;
      default -> null;
    };
  }

  private boolean is(String template, Recipient recipient, int delivery) {
    return this.template.equals(template)
        && this.recipient == recipient
        && this.delivery == delivery;
  }

  boolean belongsTo(TenantId tenant) {
    return content.belongsTo(tenant);
  }

  /** Whether the request with this sequence number is the one to work off. */
  boolean pending(@Nullable Long request) {
    return requests.pending(request);
  }

  boolean gone() {
    return gone;
  }

  InvoiceContent content() {
    return content;
  }

  @Nullable InvoicePdfStored draft() {
    return draft;
  }

  @Nullable InvoicePdfStored original() {
    return original;
  }

  /** The receipt or note that this mail brings. */
  @Nullable InvoicePdfStored voucher() {
    return voucher;
  }

  AccountState account() {
    return account;
  }
}
