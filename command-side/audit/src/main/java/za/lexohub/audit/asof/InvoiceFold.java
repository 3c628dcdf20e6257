package za.lexohub.audit.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceEvents;
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
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.PaymentTerm;

/** An invoice, as {@code GET /invoices/{id}} shows it. */
final class InvoiceFold implements Fold {

  private static final List<String> NAMES =
      List.of(
          "id",
          "invoiceNumber",
          "status",
          "lifecycle",
          "paymentStatus",
          "viewedAt",
          "overdueSince",
          "source",
          "proFormaId",
          "round",
          "matterId",
          "matterType",
          "invoiceType",
          "supplier",
          "client",
          "attorney",
          "title",
          "description",
          "narrative",
          "lines",
          "totals",
          "discountReason",
          "paid",
          "balance",
          "credited",
          "debited",
          "writtenOff",
          "disputeId",
          "remindersEnabled",
          "paymentTerm",
          "invoiceDate",
          "dueDate",
          "sentAt",
          "paidOn",
          "closedReason",
          "payments",
          "notes",
          "reminders",
          "documents",
          "notifications",
          "version",
          "createdAt",
          "updatedAt");

  private final Opening opening;
  private final InvoicePapers papers = new InvoicePapers();
  private final InvoicePayments payments = new InvoicePayments();
  private final InvoiceAccount account = new InvoiceAccount();
  private @Nullable Fields invoice;

  private String lifecycle = "DRAFT";
  private @Nullable UUID dispute;
  private @Nullable LocalDate overdueSince;
  private @Nullable Instant viewedAt;

  InvoiceFold(Opening opening) {
    this.opening = opening;
  }

  @Override
  public void apply(Step step) {
    Fields now = invoice == null ? new Fields(NAMES) : invoice;
    switch ((InvoiceEvents) step.event()) {
      case InvoiceGenerated e -> generated(now, e, step);
      case InvoiceDraftUpdated e -> {
        Optional<Wording> wording = opening.wording(step.tenant(), e.wording());
        wording(now, wording);
        now.set("lines", Shown.lines(e.lines(), wording));
        totals(now, e.totals());
        dates(now, e.paymentTerm(), e.invoiceDate(), e.dueDate());
      }
      case InvoiceDiscountApplied e -> {
        now.set("discountReason", opening.text(step.tenant(), e.reason()));
        totals(now, e.totals());
      }
      case InvoiceDiscarded e -> closed(now, step, "DISCARDED", e.reason());
      case InvoiceSent e -> {
        lifecycle = "ISSUED";
        totals(now, e.totals());
        dates(now, e.paymentTerm(), e.invoiceDate(), e.dueDate());
        now.set("attorney", opening.party(step.tenant(), e.recipient()))
            .set("sentAt", Shown.micros(e.sentAt()));
      }
      case InvoiceResent e -> {}
      case InvoiceViewed e -> viewedAt = e.viewedAt();
      case InvoiceBecameOverdue e -> overdueSince = e.since();
      case PaymentRecorded e -> {
        payments.recorded(e, opening.text(step.tenant(), e.reference()), step);
        account.paid(e.balanceAfter());
      }
      case InvoicePartiallyPaid e -> {}
      case InvoicePaid e -> now.set("paidOn", e.paidOn());
      case PaymentReversed e -> {
        payments.reversed(e, opening.text(step.tenant(), e.reason()));
        account.paid(e.balanceAfter());
      }
      case InvoiceReopened e -> {
        lifecycle = "ISSUED";
        now.set("paidOn", null).set("closedReason", null);
      }
      case InvoiceVoided e -> closed(now, step, "VOIDED", e.reason());
      case InvoicePdfRequested e -> papers.requested(e, step);
      case InvoicePdfStored e -> papers.stored(e, step);
      case InvoicePdfFailed e -> papers.failed(e, step);
      case InvoiceNotificationRequested e -> papers.requested(e, step);
      case InvoiceNotificationSent e -> papers.sent(e, step);
      case InvoiceNotificationFailed e -> papers.failed(e, step);
      case PaymentReconciled e ->
          payments.reconciled(e, opening.text(step.tenant(), e.bankReference()));
      case InvoiceWrittenOff e -> {
        account.writtenOff(e);
        if (e.balanceAfter().isZero()) {
          closed(now, step, "WRITTEN_OFF", e.reason());
        }
      }
      case CreditNoteApplied e -> account.credited(e, step);
      case DebitNoteApplied e -> account.debited(e, step);
      case InvoiceSettled e -> now.set("paidOn", e.settledOn());
      case InvoiceDisputed e -> dispute = e.disputeId().value();
      case InvoiceDisputeResolved e -> dispute = null;
      case InvoiceRemindersSet e -> now.set("remindersEnabled", e.enabled());
      case PaymentReminderSent e -> account.reminded(e);
      case LegalNoticeProposed e -> {}
      case DebtAcknowledged e -> {}
      case PrescriptionWarned e -> {}
      case InvoiceLinkIssued e -> {}
      case InvoiceNotificationBounced e -> papers.bounced(e, step);
    }
    invoice = now;
    derive(now, step);
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return invoice == null ? Map.of() : invoice.copy();
  }

  /** What follows from the rest. */
  private void derive(Fields now, Step step) {
    String status = status();
    now.set("lifecycle", lifecycle)
        .set("status", status)
        .set("paymentStatus", account.paymentStatus(lifecycle.equals("ISSUED")))
        .set("viewedAt", Shown.micros(viewedAt))
        // Kept for the case that a payment is reversed, shown only while it holds.
        .set("overdueSince", status.equals("OVERDUE") ? overdueSince : null)
        .set("disputeId", dispute)
        .set("payments", payments.list())
        .set("documents", papers.documents())
        .set("notifications", papers.notifications())
        .set("version", step.version())
        .set("updatedAt", Shown.micros(step.at()));
    account.show(now);
  }

  /** The first that holds ({@code domain.md} 4.2). */
  private String status() {
    return switch (lifecycle) {
      case "DISCARDED" -> "DISCARDED";
      case "VOIDED" -> "CANCELLED";
      case "DRAFT", "WRITTEN_OFF" -> lifecycle;
      default -> {
        if (dispute != null) {
          yield "DISPUTED";
        }
        if (account.isSettled()) {
          yield "PAID";
        }
        yield overdueSince != null ? "OVERDUE" : viewedAt != null ? "VIEWED" : "SENT";
      }
    };
  }

  private void generated(Fields now, InvoiceGenerated event, Step step) {
    Optional<Wording> wording = opening.wording(step.tenant(), event.wording());
    now.set("id", UUID.fromString(step.id()))
        .set("invoiceNumber", event.invoiceNumber())
        .set("source", event.source().name())
        .set("proFormaId", event.proFormaId() == null ? null : event.proFormaId().value())
        .set("round", event.round())
        .set("matterId", event.matterId() == null ? null : event.matterId().value())
        .set("matterType", event.matterType())
        .set("invoiceType", event.invoiceType().name())
        .set("supplier", opening.supplier(step.tenant(), event.supplier()))
        .set("client", opening.party(step.tenant(), event.client()))
        .set("attorney", opening.party(step.tenant(), event.attorney()))
        .set("lines", Shown.lines(event.lines(), wording))
        .set("remindersEnabled", true)
        .set("createdAt", Shown.micros(step.at()));
    wording(now, wording);
    totals(now, event.totals());
    dates(now, event.paymentTerm(), event.invoiceDate(), event.dueDate());
  }

  private static void wording(Fields now, Optional<Wording> wording) {
    now.set("title", wording.map(Wording::title).orElse(Opening.ERASED))
        .set("description", wording.map(Wording::description).orElse(null))
        .set("narrative", wording.map(Wording::narrative).orElse(null));
  }

  private void totals(Fields now, Totals totals) {
    account.billed(totals.total());
    now.set("totals", Shown.totals(totals));
  }

  private static void dates(
      Fields now, PaymentTerm term, LocalDate invoiceDate, LocalDate dueDate) {
    now.set("paymentTerm", Fields.of("policy", term.policy(), "days", term.days()))
        .set("invoiceDate", invoiceDate)
        .set("dueDate", dueDate);
  }

  private void closed(Fields now, Step step, String ended, PersonalData reason) {
    lifecycle = ended;
    now.set("closedReason", opening.text(step.tenant(), reason));
  }
}
