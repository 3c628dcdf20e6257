package za.lexohub.readmodels.claims;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps the rows of receipts. */
public final class ReceiptRows {

  private static final String TABLE = "receipts";

  private final TenantScope scope;

  public ReceiptRows(TenantScope scope) {
    this.scope = scope;
  }

  public void recorded(
      Stamp stamp,
      Money amount,
      String method,
      LocalDate receivedOn,
      @Nullable UUID overpaidInvoiceId,
      @Nullable UUID matterId,
      @Nullable String reference) {
    RowInsert.of(TABLE, stamp)
        .set("amount", amount)
        .set("remaining", amount)
        .set("method", method)
        .set("received_on", receivedOn)
        .set("overpaid_invoice_id", overpaidInvoiceId)
        .set("matter_id", matterId)
        .set("reference", reference)
        .apply(scope);
  }

  public void allocated(Stamp stamp, ReceiptView.Allocation allocation, Money left) {
    RowUpdate.of(TABLE, stamp)
        .set("remaining", left)
        .putJson("allocations", allocation.paymentId().toString(), allocation)
        .apply(scope);
  }

  /** The payment was reversed: it is no allocation any more. */
  public void takenBack(Stamp stamp, UUID paymentId, Money left) {
    RowUpdate.of(TABLE, stamp)
        .set("remaining", left)
        .setSql("allocations = allocations - cast(? as text)", paymentId.toString())
        .apply(scope);
  }

  /** Nothing of it came in. */
  public void cancelled(Stamp stamp) {
    RowUpdate.of(TABLE, stamp).setSql("remaining = 0").apply(scope);
  }

  /** Nothing is left of it, and so much is owed: kept as less than nothing. */
  public void owed(Stamp stamp, Money owed) {
    RowUpdate.of(TABLE, stamp).setSql("remaining = ?", -owed.amount()).apply(scope);
  }

  public void refunded(Stamp stamp, ReceiptView.Refund refund, Money left) {
    RowUpdate.of(TABLE, stamp)
        .set("remaining", left)
        .putJson("refunds", Long.toString(stamp.version()), refund)
        .apply(scope);
  }

  /** Forgets what is told about an invoice that was overpaid. */
  public void forgetInvoice(String tenant, UUID invoiceId) {
    forget(tenant, "overpaid_invoice_id", invoiceId);
  }

  /** Forgets what is told about a matter. */
  public void forgetMatter(String tenant, UUID matterId) {
    forget(tenant, "matter_id", matterId);
  }

  private void forget(String tenant, String column, UUID id) {
    RowErasure.of(TABLE)
        .text("reference")
        .textOfEntries("refunds", "reason")
        .apply(scope, tenant, column, id);
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
