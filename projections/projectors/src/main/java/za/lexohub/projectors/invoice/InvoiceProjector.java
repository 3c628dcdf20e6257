package za.lexohub.projectors.invoice;

import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebtAcknowledged;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceLinkIssued;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationBounced;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceRemindersSet;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceResent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.LegalNoticeProposed;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReconciled;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReminderSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceEvents.PrescriptionWarned;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceView.Note;
import za.lexohub.readmodels.invoice.InvoiceView.Payment;
import za.lexohub.readmodels.invoice.InvoiceView.Reminder;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the list of invoices. */
@ProcessingGroup(ReadModelGroups.INVOICES)
public final class InvoiceProjector {

  private final InvoiceRows invoices;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public InvoiceProjector(InvoiceRows invoices, OpenedText opened, PublishedPositions positions) {
    this.invoices = invoices;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(InvoiceGenerated event, Stamp stamp) {
    invoices.generated(stamp, InvoiceFields.generated(opened, event, stamp));
  }

  @EventHandler
  void on(InvoiceDraftUpdated event, Stamp stamp) {
    OpenedText.Opened text = opened.wording(stamp.tenant(), event.wording());
    invoices.draftUpdated(
        stamp,
        text.wording(),
        text.describe(event.lines()),
        OpenedText.totals(event.totals()),
        InvoiceFields.term(event.paymentTerm()),
        event.invoiceDate(),
        event.dueDate());
  }

  @EventHandler
  void on(InvoiceDiscountApplied event, Stamp stamp) {
    invoices.discounted(
        stamp, opened.text(stamp.tenant(), event.reason()), OpenedText.totals(event.totals()));
  }

  @EventHandler
  void on(InvoiceDiscarded event, Stamp stamp) {
    invoices.discarded(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(InvoiceSent event, Stamp stamp) {
    invoices.sent(
        stamp,
        opened.party(stamp.tenant(), event.recipient()),
        OpenedText.totals(event.totals()),
        InvoiceFields.term(event.paymentTerm()),
        event.invoiceDate(),
        event.dueDate(),
        event.sentAt());
  }

  @EventHandler
  void on(InvoiceResent event, Stamp stamp) {
    invoices.touched(stamp);
  }

  @EventHandler
  void on(InvoiceViewed event, Stamp stamp) {
    invoices.viewed(stamp, event.viewedAt());
  }

  @EventHandler
  void on(InvoiceBecameOverdue event, Stamp stamp) {
    invoices.overdue(stamp, event.since());
  }

  @EventHandler
  void on(PaymentRecorded event, Stamp stamp) {
    invoices.paymentRecorded(
        stamp,
        new Payment(
            event.paymentId().value(),
            OpenedText.money(event.amount()),
            event.method().name(),
            event.paymentDate(),
            opened.text(stamp.tenant(), event.reference()),
            stamp.at(),
            false,
            null,
            null,
            null),
        OpenedText.money(event.balanceAfter()));
  }

  @EventHandler
  void on(InvoicePartiallyPaid event, Stamp stamp) {
    invoices.touched(stamp);
  }

  @EventHandler
  void on(InvoicePaid event, Stamp stamp) {
    invoices.paid(stamp, event.paidOn());
  }

  @EventHandler
  void on(PaymentReversed event, Stamp stamp) {
    invoices.paymentReversed(
        stamp,
        event.paymentId().value(),
        opened.text(stamp.tenant(), event.reason()),
        OpenedText.money(event.balanceAfter()));
  }

  @EventHandler
  void on(InvoiceReopened event, Stamp stamp) {
    invoices.reopened(stamp);
  }

  @EventHandler
  void on(InvoiceVoided event, Stamp stamp) {
    invoices.voided(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(InvoicePdfRequested event, Stamp stamp) {
    invoices.document(
        stamp,
        event.kind().name(),
        event.version(),
        InvoiceFields.document(event.kind(), event.version(), "REQUESTED", stamp));
  }

  @EventHandler
  void on(InvoicePdfStored event, Stamp stamp) {
    Map<String, @Nullable Object> fields =
        InvoiceFields.document(event.kind(), event.version(), "STORED", stamp);
    fields.put("key", event.key());
    fields.put("sha256", event.sha256());
    fields.put("size", event.size());
    invoices.document(stamp, event.kind().name(), event.version(), fields);
  }

  @EventHandler
  void on(InvoicePdfFailed event, Stamp stamp) {
    Map<String, @Nullable Object> fields =
        InvoiceFields.document(event.kind(), event.version(), "FAILED", stamp);
    fields.put("reason", event.reason());
    invoices.document(stamp, event.kind().name(), event.version(), fields);
  }

  @EventHandler
  void on(InvoiceNotificationRequested event, Stamp stamp) {
    invoices.notification(
        stamp,
        event.template(),
        event.delivery(),
        InvoiceFields.mail(
            event.template(), event.recipient(), event.delivery(), "REQUESTED", stamp));
  }

  @EventHandler
  void on(InvoiceNotificationSent event, Stamp stamp) {
    Map<String, @Nullable Object> fields =
        InvoiceFields.mail(event.template(), event.recipient(), event.delivery(), "SENT", stamp);
    fields.put("messageId", event.messageId());
    invoices.notification(stamp, event.template(), event.delivery(), fields);
  }

  @EventHandler
  void on(InvoiceNotificationFailed event, Stamp stamp) {
    Map<String, @Nullable Object> fields =
        InvoiceFields.mail(event.template(), event.recipient(), event.delivery(), "FAILED", stamp);
    fields.put("reason", event.reason());
    invoices.notification(stamp, event.template(), event.delivery(), fields);
  }

  @EventHandler
  void on(PaymentReconciled event, Stamp stamp) {
    invoices.paymentReconciled(
        stamp,
        event.paymentId().value(),
        Json.fields(
            "reconciledOn",
            event.reconciledOn(),
            "bankReference",
            opened.text(stamp.tenant(), event.bankReference())));
  }

  @EventHandler
  void on(InvoiceWrittenOff event, Stamp stamp) {
    invoices.writtenOff(
        stamp,
        OpenedText.money(event.amount()),
        opened.text(stamp.tenant(), event.reason()),
        event.balanceAfter().isZero());
  }

  @EventHandler
  void on(CreditNoteApplied event, Stamp stamp) {
    invoices.credited(
        stamp,
        new Note(
            event.creditNoteId().value(),
            "CREDIT",
            event.noteNumber(),
            OpenedText.money(event.amount()),
            stamp.at()));
  }

  @EventHandler
  void on(DebitNoteApplied event, Stamp stamp) {
    invoices.debited(
        stamp,
        new Note(
            event.creditNoteId().value(),
            "DEBIT",
            event.noteNumber(),
            OpenedText.money(event.amount()),
            stamp.at()));
  }

  @EventHandler
  void on(InvoiceSettled event, Stamp stamp) {
    invoices.paid(stamp, event.settledOn());
  }

  @EventHandler
  void on(InvoiceDisputed event, Stamp stamp) {
    invoices.disputed(stamp, event.disputeId().value());
  }

  @EventHandler
  void on(InvoiceDisputeResolved event, Stamp stamp) {
    invoices.disputed(stamp, null);
  }

  @EventHandler
  void on(InvoiceRemindersSet event, Stamp stamp) {
    invoices.reminders(stamp, event.enabled());
  }

  @EventHandler
  void on(PaymentReminderSent event, Stamp stamp) {
    invoices.reminded(stamp, new Reminder(event.sequence(), event.type().name(), event.on()));
  }

  @EventHandler
  void on(LegalNoticeProposed event, Stamp stamp) {
    invoices.touched(stamp);
  }

  @EventHandler
  void on(DebtAcknowledged event, Stamp stamp) {
    invoices.touched(stamp);
  }

  @EventHandler
  void on(PrescriptionWarned event, Stamp stamp) {
    invoices.touched(stamp);
  }

  @EventHandler
  void on(InvoiceLinkIssued event, Stamp stamp) {
    invoices.touched(stamp);
  }

  @EventHandler
  void on(InvoiceNotificationBounced event, Stamp stamp) {
    Map<String, @Nullable Object> fields =
        InvoiceFields.mail(event.template(), event.recipient(), event.delivery(), "BOUNCED", stamp);
    fields.put("reason", event.reason());
    invoices.notification(stamp, event.template(), event.delivery(), fields);
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    event
        .data()
        .invoiceIds()
        .forEach(id -> invoices.forget(stamp.tenant(), id, Forgetful.of(event)));
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.INVOICES);
    invoices.empty();
  }
}
