package za.lexohub.messages.receipt;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;

/**
 * What becomes of money that belongs to no invoice yet. Neither {@code left} nor {@code owed} ever
 * falls below 0.
 */
public sealed interface ReceiptEvents extends DomainEvent {

  ReceiptId receiptId();

  /**
   * Money came in.
   *
   * @param overpaidInvoice whose payment it is the rest of
   * @param reference only with an invoice or a matter, under whose key it is sealed
   */
  @EventType("ReceiptRecorded")
  record ReceiptRecorded(
      ReceiptId receiptId,
      TenantId tenantId,
      Money amount,
      PaymentMethod method,
      LocalDate receivedOn,
      @Nullable InvoiceId overpaidInvoice,
      @Nullable MatterId matterId,
      @Nullable PersonalData reference)
      implements ReceiptEvents {}

  /** So much of it pays an invoice; that payment is recorded in the same append. */
  @EventType("ReceiptAllocated")
  record ReceiptAllocated(
      ReceiptId receiptId, InvoiceId invoiceId, PaymentId paymentId, Money amount, Money left)
      implements ReceiptEvents {}

  /**
   * Which receipt a payment came out of, in the append of its allocation. It begins a stream of its
   * own, beside the receipt's, and ends it: whoever knows only the payment finds the receipt there.
   *
   * @param receiptId follows from invoice and payment, as that of what is overpaid does
   * @param source the receipt that was allocated
   */
  @EventType("ReceiptAllocationTraced")
  record ReceiptAllocationTraced(
      ReceiptId receiptId,
      TenantId tenantId,
      InvoiceId invoiceId,
      PaymentId paymentId,
      ReceiptId source)
      implements ReceiptEvents {}

  /** The payment was reversed in the same append; so much is left again. */
  @EventType("ReceiptAllocationReversed")
  record ReceiptAllocationReversed(
      ReceiptId receiptId, InvoiceId invoiceId, PaymentId paymentId, Money amount, Money left)
      implements ReceiptEvents {}

  /** So much of it went back. */
  @EventType("ReceiptRefunded")
  record ReceiptRefunded(ReceiptId receiptId, Money amount, PersonalData reason, Money left)
      implements ReceiptEvents {}

  /**
   * The payment that it is the rest of was reversed in the same append: this money did not come in
   * either. Nothing is left.
   */
  @EventType("ReceiptCancelled")
  record ReceiptCancelled(ReceiptId receiptId, Money amount) implements ReceiptEvents {}

  /**
   * As {@link ReceiptCancelled}, but some of it had gone back before: the client has had money that
   * never came in, and owes it.
   *
   * @param cancelled what was left until then; nothing is now
   * @param owed what was refunded
   */
  @EventType("ReceiptOverdrawn")
  record ReceiptOverdrawn(ReceiptId receiptId, Money cancelled, Money owed)
      implements ReceiptEvents {}

  /** The client has paid so much of what was refunded and had never come in. */
  @EventType("ReceiptRepaid")
  record ReceiptRepaid(
      ReceiptId receiptId,
      UUID repaymentId,
      Money amount,
      PaymentMethod method,
      LocalDate receivedOn,
      Money owed)
      implements ReceiptEvents {}
}
