package za.lexohub.domain.receipt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.receipt.ReceiptId;

/**
 * What a payment has to do with receipts, under an id that follows from the payment: its rest, when
 * it was overpaid; the trace to its source, when it came out of a receipt; otherwise nothing.
 */
final class PaymentTraces {

  /** Locks it for this unit of work: before any other receipt, and before the invoice. */
  static Aggregate<Receipt> lock(
      Repository<Receipt> receipts, TenantId tenant, InvoiceId invoice, PaymentId payment) {
    return Admission.loadOrCreate(
        receipts, Receipt.class, idOf(tenant, invoice, payment), Receipt::new, tenant, null);
  }

  /** A payment's id is unique on its invoice only. */
  static ReceiptId idOf(TenantId tenant, InvoiceId invoice, PaymentId payment) {
    String name = tenant + "/" + invoice + "/" + payment;
    return new ReceiptId(
        UUID.nameUUIDFromBytes((name + "/receipt").getBytes(StandardCharsets.UTF_8)));
  }

  private PaymentTraces() {}
}
