package za.lexohub.messages.receipt;

import java.time.LocalDate;
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

/** What becomes of money that belongs to no invoice yet. {@code left} never falls below 0. */
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

  /** So much of it went back. */
  @EventType("ReceiptRefunded")
  record ReceiptRefunded(ReceiptId receiptId, Money amount, PersonalData reason, Money left)
      implements ReceiptEvents {}
}
