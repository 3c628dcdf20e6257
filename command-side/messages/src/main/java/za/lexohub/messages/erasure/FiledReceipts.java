package za.lexohub.messages.erasure;

import java.util.List;
import java.util.Set;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.receipt.ReceiptId;

/** Knows the receipts that belong to a file, as the log has them at this moment. */
public interface FiledReceipts {

  /** Every receipt that was ever recorded for the matter, in the order in which they were. */
  List<ReceiptId> receiptsOn(TenantId tenant, MatterId matterId);

  /** Every receipt that keeps, or kept, what a payment of one of the invoices was too much. */
  List<ReceiptId> restsOf(TenantId tenant, Set<InvoiceId> invoiceIds);
}
