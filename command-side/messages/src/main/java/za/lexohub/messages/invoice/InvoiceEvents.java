package za.lexohub.messages.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Bookkeeping;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.serialization.EventType;

/**
 * The life of an invoice, in the order in which it is lived ({@code domain.md} 4.2). Amounts are
 * what they were at that moment and are never recomputed. What a person types is a sealed string; a
 * {@code reason} that is none was written by the system.
 */
public sealed interface InvoiceEvents extends DomainEvent {

  InvoiceId invoiceId();

  /**
   * There is a draft with its number. Supplier, client and attorney are snapshots, so a document
   * made from it never changes. Dates are provisional until it is sent.
   *
   * @param round of the pro forma's billing, with {@code proFormaId} only
   * @param wording sealed {@link za.lexohub.messages.party.Wording}, one description per line
   */
  @EventType("InvoiceGenerated")
  record InvoiceGenerated(
      InvoiceId invoiceId,
      TenantId tenantId,
      String invoiceNumber,
      InvoiceSource source,
      @Nullable ProFormaId proFormaId,
      int round,
      @Nullable MatterId matterId,
      String matterType,
      InvoiceType invoiceType,
      Supplier supplier,
      Party client,
      Party attorney,
      PersonalData wording,
      List<Line> lines,
      Totals totals,
      PaymentTerm paymentTerm,
      LocalDate invoiceDate,
      LocalDate dueDate)
      implements InvoiceEvents {
    public InvoiceGenerated {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The draft reads differently now. Discounts given before still hold.
   *
   * @param invoiceDateFixed the advocate named the invoice date; otherwise it becomes the day of
   *     sending
   */
  @EventType("InvoiceDraftUpdated")
  record InvoiceDraftUpdated(
      InvoiceId invoiceId,
      PersonalData wording,
      List<Line> lines,
      Totals totals,
      PaymentTerm paymentTerm,
      LocalDate invoiceDate,
      boolean invoiceDateFixed,
      LocalDate dueDate)
      implements InvoiceEvents {
    public InvoiceDraftUpdated {
      lines = List.copyOf(lines);
    }
  }

  /** The fees are reduced, before VAT. Replaces a discount given before. */
  @EventType("InvoiceDiscountApplied")
  record InvoiceDiscountApplied(
      InvoiceId invoiceId, Money discount, @Nullable PersonalData reason, Totals totals)
      implements InvoiceEvents {}

  /** The draft is gone; its number is void, its pro forma free again. */
  @EventType("InvoiceDiscarded")
  record InvoiceDiscarded(
      InvoiceId invoiceId,
      String invoiceNumber,
      @Nullable ProFormaId proFormaId,
      PersonalData reason)
      implements InvoiceEvents {}

  /** Issued: from now on the attorney owes it. Invoice date, term and due date are final. */
  @EventType("InvoiceSent")
  record InvoiceSent(
      InvoiceId invoiceId,
      TenantId tenantId,
      String invoiceNumber,
      @Nullable MatterId matterId,
      Party recipient,
      Totals totals,
      PaymentTerm paymentTerm,
      LocalDate invoiceDate,
      LocalDate dueDate,
      Instant sentAt)
      implements InvoiceEvents {}

  /** The original is to be mailed once more; nothing else changes. */
  @EventType("InvoiceResent")
  record InvoiceResent(InvoiceId invoiceId, int delivery, Instant resentAt)
      implements InvoiceEvents {}

  /** The attorney has opened it for the first time. */
  @EventType("InvoiceViewed")
  record InvoiceViewed(InvoiceId invoiceId, Instant viewedAt) implements InvoiceEvents {}

  /**
   * Money is owed past its day.
   *
   * @param since the day after the due date, Johannesburg time
   */
  @EventType("InvoiceBecameOverdue")
  record InvoiceBecameOverdue(InvoiceId invoiceId, LocalDate since, Money balance)
      implements InvoiceEvents {}

  /** Money came in; followed by {@link InvoicePartiallyPaid} or {@link InvoicePaid}. */
  @EventType("PaymentRecorded")
  record PaymentRecorded(
      InvoiceId invoiceId,
      PaymentId paymentId,
      Money amount,
      PaymentMethod method,
      LocalDate paymentDate,
      @Nullable PersonalData reference,
      Money balanceAfter)
      implements InvoiceEvents {}

  /** Something is paid, something is open. */
  @EventType("InvoicePartiallyPaid")
  record InvoicePartiallyPaid(InvoiceId invoiceId, Money paid, Money balance)
      implements InvoiceEvents {}

  /**
   * Nothing is open. Terminal, but for a reversal (I18).
   *
   * @param paidOn the latest date of the payments that stand
   */
  @EventType("InvoicePaid")
  record InvoicePaid(InvoiceId invoiceId, Money paid, LocalDate paidOn) implements InvoiceEvents {}

  /** A payment did not hold. */
  @EventType("PaymentReversed")
  record PaymentReversed(
      InvoiceId invoiceId,
      PaymentId paymentId,
      Money amount,
      PersonalData reason,
      Money balanceAfter)
      implements InvoiceEvents {}

  /** A paid invoice is open again. */
  @EventType("InvoiceReopened")
  record InvoiceReopened(InvoiceId invoiceId, Money balance, LocalDate dueDate)
      implements InvoiceEvents {}

  /** An issued invoice on which nothing was paid is void; its number stays used. */
  @EventType("InvoiceVoided")
  record InvoiceVoided(
      InvoiceId invoiceId,
      String invoiceNumber,
      @Nullable ProFormaId proFormaId,
      PersonalData reason)
      implements InvoiceEvents {}

  /**
   * A document is to be rendered.
   *
   * @param version counts the renderings of one kind, from 1; {@link PdfKind#ORIGINAL} has only 1
   */
  @EventType("InvoicePdfRequested")
  record InvoicePdfRequested(InvoiceId invoiceId, PdfKind kind, int version)
      implements InvoiceEvents, Bookkeeping {}

  /**
   * The document is stored.
   *
   * @param sha256 hex, of the stored bytes
   * @param templateHash content hash of template and fonts
   */
  @EventType("InvoicePdfStored")
  record InvoicePdfStored(
      InvoiceId invoiceId,
      PdfKind kind,
      int version,
      String key,
      String sha256,
      long size,
      String templateHash,
      String rendererVersion)
      implements InvoiceEvents, Bookkeeping {}

  /** The document could not be made after the last attempt. */
  @EventType("InvoicePdfFailed")
  record InvoicePdfFailed(InvoiceId invoiceId, PdfKind kind, int version, String reason)
      implements InvoiceEvents, Bookkeeping {}

  /**
   * Somebody is to be told by mail.
   *
   * @param delivery counts the mails of one template, from 1
   */
  @EventType("InvoiceNotificationRequested")
  record InvoiceNotificationRequested(
      InvoiceId invoiceId, String template, Recipient recipient, int delivery)
      implements InvoiceEvents, Bookkeeping {}

  /** The mail server took the mail. */
  @EventType("InvoiceNotificationSent")
  record InvoiceNotificationSent(
      InvoiceId invoiceId, String template, Recipient recipient, int delivery, String messageId)
      implements InvoiceEvents, Bookkeeping {}

  /** The mail could not be sent after the last attempt. */
  @EventType("InvoiceNotificationFailed")
  record InvoiceNotificationFailed(
      InvoiceId invoiceId, String template, Recipient recipient, int delivery, String reason)
      implements InvoiceEvents, Bookkeeping {}

  /** The payment was found on the bank's statement. */
  @EventType("PaymentReconciled")
  record PaymentReconciled(
      InvoiceId invoiceId,
      PaymentId paymentId,
      LocalDate reconciledOn,
      @Nullable PersonalData bankReference)
      implements InvoiceEvents {}

  /** This much will never be asked for; with nothing left open, terminal. */
  @EventType("InvoiceWrittenOff")
  record InvoiceWrittenOff(
      InvoiceId invoiceId, Money amount, PersonalData reason, Money balanceAfter)
      implements InvoiceEvents {}

  /**
   * A credit note takes this much off; in the same append as its issue.
   *
   * @param ordinal counts the notes of one kind on the invoice, from 1
   */
  @EventType("CreditNoteApplied")
  record CreditNoteApplied(
      InvoiceId invoiceId,
      CreditNoteId creditNoteId,
      String noteNumber,
      int ordinal,
      Money amount,
      Money balanceAfter)
      implements InvoiceEvents {}

  /**
   * A debit note adds this much; in the same append as its issue.
   *
   * @param ordinal counts the notes of one kind on the invoice, from 1
   */
  @EventType("DebitNoteApplied")
  record DebitNoteApplied(
      InvoiceId invoiceId,
      CreditNoteId creditNoteId,
      String noteNumber,
      int ordinal,
      Money amount,
      Money balanceAfter)
      implements InvoiceEvents {}

  /** A credit note left nothing open. */
  @EventType("InvoiceSettled")
  record InvoiceSettled(InvoiceId invoiceId, LocalDate settledOn) implements InvoiceEvents {}

  /** The attorney disputes it; reminders rest. */
  @EventType("InvoiceDisputed")
  record InvoiceDisputed(InvoiceId invoiceId, DisputeId disputeId, Money disputedAmount)
      implements InvoiceEvents {}

  /** The dispute is over. */
  @EventType("InvoiceDisputeResolved")
  record InvoiceDisputeResolved(
      InvoiceId invoiceId, DisputeId disputeId, DisputeResolution resolution)
      implements InvoiceEvents {}

  /** Reminders of this invoice are wanted, or not. */
  @EventType("InvoiceRemindersSet")
  record InvoiceRemindersSet(InvoiceId invoiceId, boolean enabled) implements InvoiceEvents {}

  /**
   * The attorney is reminded; the mail is requested in the same append.
   *
   * @param sequence counts the reminders of the invoice, from 1
   */
  @EventType("PaymentReminderSent")
  record PaymentReminderSent(InvoiceId invoiceId, ReminderType type, int sequence, LocalDate on)
      implements InvoiceEvents {}

  /** Overdue for so long that the advocate may want to claim it in law. */
  @EventType("LegalNoticeProposed")
  record LegalNoticeProposed(InvoiceId invoiceId, LocalDate on, Money balance)
      implements InvoiceEvents {}

  /** The debtor acknowledged the debt: prescription begins anew on that day. */
  @EventType("DebtAcknowledged")
  record DebtAcknowledged(
      InvoiceId invoiceId, LocalDate acknowledgedOn, @Nullable PersonalData note)
      implements InvoiceEvents {}

  /**
   * The debt comes near its prescription.
   *
   * @param months since prescription began to run
   */
  @EventType("PrescriptionWarned")
  record PrescriptionWarned(InvoiceId invoiceId, int months, LocalDate prescribesOn)
      implements InvoiceEvents, Bookkeeping {}

  /** A public link shows the invoice; an older one is worthless. */
  @EventType("InvoiceLinkIssued")
  record InvoiceLinkIssued(InvoiceId invoiceId, String tokenHash, int linkGeneration)
      implements InvoiceEvents, Bookkeeping {}

  /** The mail was sent and came back. */
  @EventType("InvoiceNotificationBounced")
  record InvoiceNotificationBounced(
      InvoiceId invoiceId, String template, Recipient recipient, int delivery, String reason)
      implements InvoiceEvents, Bookkeeping {}
}
