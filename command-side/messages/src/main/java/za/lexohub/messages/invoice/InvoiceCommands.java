package za.lexohub.messages.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Shape;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.work.WorkItemId;

/**
 * What may be asked of an invoice. Repeating a command that has had its effect changes nothing,
 * unless said otherwise. All time comes with the command. What a person types comes sealed.
 */
public sealed interface InvoiceCommands extends TenantCommand {

  InvoiceId invoiceId();

  /**
   * By the billing saga. Takes the next {@code INV} number; refused unless the pro forma is
   * accepted, validated for this round and not converted.
   *
   * @param invoiceId as {@link InvoiceId#forProForma}
   */
  record GenerateInvoice(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      ProFormaId proFormaId,
      int round,
      LocalDate invoiceDate)
      implements InvoiceCommands {}

  /**
   * Replaces text, lines and dates of a draft. Refused when the practice's VAT registration on the
   * invoice date is another than the draft was made with.
   *
   * @param invoiceDate not in the future; the day of sending when absent
   * @param paymentTermDays instead of the Bar's term, for this invoice only
   */
  record UpdateInvoiceDraft(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      PersonalData wording,
      List<OfferedLine> lines,
      @Nullable LocalDate invoiceDate,
      @Nullable Integer paymentTermDays,
      LocalDate today)
      implements InvoiceCommands {
    public UpdateInvoiceDraft {
      lines = List.copyOf(lines);
      if (invoiceDate != null) {
        BusinessTime.plausible(invoiceDate);
      }
      if (paymentTermDays != null && (paymentTermDays < 0 || paymentTermDays > 365)) {
        throw new IllegalArgumentException("paymentTermDays must be 0 to 365");
      }
    }
  }

  /** Refused unless draft, and unless 0 ≤ discount ≤ fees. */
  record ApplyInvoiceDiscount(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      Money discount,
      @Nullable PersonalData reason)
      implements InvoiceCommands {
    public ApplyInvoiceDiscount {
      if (discount.isNegative()) {
        throw new IllegalArgumentException("discount must not be negative");
      }
    }
  }

  /** Refused unless draft. The number is voided and the pro forma released in the same append. */
  record DiscardInvoiceDraft(
      @TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, PersonalData reason)
      implements InvoiceCommands {}

  /**
   * Refused unless draft, total above 0 and the attorney reachable by e-mail. A second time is an
   * error, not a repeat (I5): see {@link ResendInvoice}. Refused too when the practice's VAT
   * registration on the invoice date is another than the draft was made with.
   *
   * @param invoiceDate not in the future; the draft's own, or today, when absent
   */
  record SendInvoice(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      @Nullable LocalDate invoiceDate,
      LocalDate today,
      Instant at)
      implements InvoiceCommands {
    public SendInvoice {
      if (invoiceDate != null) {
        BusinessTime.plausible(invoiceDate);
      }
    }
  }

  /**
   * Mails the original once more, every time it is asked. Refused when not issued, paid or void.
   */
  record ResendInvoice(@TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, Instant at)
      implements InvoiceCommands {}

  /** Only the first view is recorded. Refused unless issued. */
  record RecordInvoiceViewed(
      @TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, Instant at)
      implements InvoiceCommands {}

  /** By a deadline: nothing to do when paid, void, not yet due, or overdue already. */
  record MarkInvoiceOverdue(
      @TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, LocalDate today)
      implements InvoiceCommands {}

  /**
   * Refused unless issued, 0 &lt; amount ≤ balance, and the date not in the future. The same
   * payment id again with the same amount, method and date: nothing to do; with others: an error.
   * The sealed reference cannot be compared, so the first one stands.
   */
  record RecordPayment(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      PaymentId paymentId,
      Money amount,
      PaymentMethod method,
      LocalDate paymentDate,
      @Nullable PersonalData reference,
      LocalDate today)
      implements InvoiceCommands {
    public RecordPayment {
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("amount must be above 0");
      }
      Shape.require(!method.isClientMoney(), "method must be one by which money comes in");
      BusinessTime.plausible(paymentDate);
    }
  }

  /**
   * What came out of a receipt is left of it again, and what was overpaid is gone. Refused unless
   * the payment exists and still stands, when it was paid out of money held for the client, and
   * when what was overpaid is not whole any more.
   */
  record ReversePayment(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      PaymentId paymentId,
      PersonalData reason,
      LocalDate today)
      implements InvoiceCommands {}

  /** Refused unless issued, and when anything is paid: then a credit note is the way. */
  record VoidInvoice(
      @TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, PersonalData reason)
      implements InvoiceCommands {}

  /** By a saga. A draft is rendered again when asked again; the original never. */
  record RequestInvoicePdf(
      @TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, PdfKind kind, int version)
      implements InvoiceCommands {}

  /** By the worker. */
  record RecordInvoicePdf(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      PdfKind kind,
      int version,
      String key,
      String sha256,
      long size,
      String templateHash,
      String rendererVersion)
      implements InvoiceCommands {}

  /** By a saga, after the last attempt. */
  record RecordInvoicePdfFailure(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      PdfKind kind,
      int version,
      String reason)
      implements InvoiceCommands {}

  /** By a saga; again for the same delivery: requested again, the worker repeats itself. */
  record RequestInvoiceNotification(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      String template,
      Recipient recipient,
      int delivery)
      implements InvoiceCommands {}

  /** By the worker. */
  record RecordInvoiceNotification(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      String template,
      Recipient recipient,
      int delivery,
      String messageId)
      implements InvoiceCommands {}

  /** By a saga, after the last attempt. */
  record RecordInvoiceNotificationFailure(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      String template,
      Recipient recipient,
      int delivery,
      String reason)
      implements InvoiceCommands {}

  /**
   * Makes a draft of a matter's work in progress and takes the next {@code INV} number.
   *
   * @param workItems all billable unbilled ones up to {@code through} when empty
   * @param title the matter's own when absent
   */
  record GenerateMatterInvoice(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      MatterId matterId,
      InvoiceType invoiceType,
      List<WorkItemId> workItems,
      LocalDate through,
      @Nullable PersonalData title,
      @Nullable PersonalData narrative,
      LocalDate invoiceDate)
      implements InvoiceCommands {
    public GenerateMatterInvoice {
      workItems = List.copyOf(workItems);
      BusinessTime.plausible(through);
      BusinessTime.plausible(invoiceDate);
    }
  }

  /** Makes a draft of agreed fees on a matter and takes the next {@code INV} number. */
  record GenerateFixedFeeInvoice(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      MatterId matterId,
      InvoiceType invoiceType,
      PersonalData wording,
      List<OfferedLine> lines,
      LocalDate invoiceDate)
      implements InvoiceCommands {
    public GenerateFixedFeeInvoice {
      lines = List.copyOf(lines);
      BusinessTime.plausible(invoiceDate);
      Shape.require(!lines.isEmpty(), "lines must not be empty");
    }
  }

  /** Refused unless the payment stands and is not reconciled yet. */
  record ReconcilePayment(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      PaymentId paymentId,
      LocalDate reconciledOn,
      @Nullable PersonalData bankReference,
      LocalDate today)
      implements InvoiceCommands {
    public ReconcilePayment {
      BusinessTime.plausible(reconciledOn);
    }
  }

  /** Refused unless issued and 0 &lt; amount ≤ balance. */
  record WriteOffInvoice(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      Money amount,
      PersonalData reason)
      implements InvoiceCommands {
    public WriteOffInvoice {
      Shape.positive("amount", amount);
    }
  }

  /** Switches the reminders of this invoice. */
  record SetInvoiceReminders(
      @TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, boolean enabled)
      implements InvoiceCommands {}

  /**
   * Reminds the attorney.
   *
   * @param type the one that is due when absent (by the saga: nothing to do when none is); {@code
   *     MANUAL} by a person, refused instead, and more than once a day
   */
  record SendPaymentReminder(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      @Nullable ReminderType type,
      LocalDate today)
      implements InvoiceCommands {}

  /** Refused unless issued with something open. */
  record AcknowledgeDebt(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      LocalDate acknowledgedOn,
      @Nullable PersonalData note,
      LocalDate today)
      implements InvoiceCommands {
    public AcknowledgeDebt {
      BusinessTime.plausible(acknowledgedOn);
    }
  }

  /** By a deadline: nothing to do when nothing is open, no mark is reached, or it was warned. */
  record WarnOfPrescription(
      @TargetAggregateIdentifier InvoiceId invoiceId, TenantId tenant, LocalDate today)
      implements InvoiceCommands {}

  /** Refused unless issued, and unless the generation follows the last one. */
  record IssueInvoiceLink(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      String tokenHash,
      int linkGeneration)
      implements InvoiceCommands {}

  /** Renders the receipt of a payment that stands: the last one when none is named. */
  record RequestPaymentReceipt(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      @Nullable PaymentId paymentId)
      implements InvoiceCommands {}

  /** By the worker. */
  record RecordInvoiceNotificationBounce(
      @TargetAggregateIdentifier InvoiceId invoiceId,
      TenantId tenant,
      String template,
      Recipient recipient,
      int delivery,
      String reason)
      implements InvoiceCommands {}
}
