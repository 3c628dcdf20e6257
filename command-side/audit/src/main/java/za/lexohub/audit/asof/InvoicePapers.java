package za.lexohub.audit.asof;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationBounced;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;

/** The renderings of an invoice, and the mails about it. */
final class InvoicePapers {

  private record Rendering(String kind, int version) {}

  private record Mail(String template, int delivery) {}

  private final Papers<Rendering> documents =
      new Papers<>(
          List.of("kind", "version", "state", "key", "sha256", "size", "reason", "at"),
          Comparator.comparing(Rendering::kind).thenComparingInt(Rendering::version));

  private final Papers<Mail> notifications =
      new Papers<>(
          List.of("template", "recipient", "delivery", "state", "messageId", "reason", "at"),
          Comparator.comparing(Mail::template).thenComparingInt(Mail::delivery));

  void requested(InvoicePdfRequested event, Step step) {
    document(event.kind(), event.version(), "REQUESTED", step, Fields.of("reason", null));
  }

  void stored(InvoicePdfStored event, Step step) {
    document(
        event.kind(),
        event.version(),
        "STORED",
        step,
        Fields.of(
            "key", event.key(), "sha256", event.sha256(), "size", event.size(), "reason", null));
  }

  void failed(InvoicePdfFailed event, Step step) {
    document(event.kind(), event.version(), "FAILED", step, Fields.of("reason", event.reason()));
  }

  void requested(InvoiceNotificationRequested event, Step step) {
    mail(
        new Mail(event.template(), event.delivery()),
        event.recipient(),
        "REQUESTED",
        step,
        Fields.of("reason", null));
  }

  void sent(InvoiceNotificationSent event, Step step) {
    mail(
        new Mail(event.template(), event.delivery()),
        event.recipient(),
        "SENT",
        step,
        Fields.of("messageId", event.messageId(), "reason", null));
  }

  void failed(InvoiceNotificationFailed event, Step step) {
    mail(
        new Mail(event.template(), event.delivery()),
        event.recipient(),
        "FAILED",
        step,
        Fields.of("reason", event.reason()));
  }

  void bounced(InvoiceNotificationBounced event, Step step) {
    mail(
        new Mail(event.template(), event.delivery()),
        event.recipient(),
        "BOUNCED",
        step,
        Fields.of("reason", event.reason()));
  }

  List<Object> documents() {
    return documents.list();
  }

  List<Object> notifications() {
    return notifications.list();
  }

  private void document(
      PdfKind kind, int version, String state, Step step, Map<String, @Nullable Object> more) {
    documents.merge(
        new Rendering(kind.name(), version),
        Fields.merged(
            Fields.of(
                "kind",
                kind.name(),
                "version",
                version,
                "state",
                state,
                "at",
                Shown.micros(step.at())),
            more));
  }

  private void mail(
      Mail mail, Recipient recipient, String state, Step step, Map<String, @Nullable Object> more) {
    notifications.merge(
        mail,
        Fields.merged(
            Fields.of(
                "template", mail.template(),
                "recipient", recipient.name(),
                "delivery", mail.delivery(),
                "state", state,
                "at", Shown.micros(step.at())),
            more));
  }
}
