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

/** Keeps the rows of credit and debit notes. */
public final class CreditNoteRows {

  private static final String TABLE = "credit_notes";

  private final TenantScope scope;

  public CreditNoteRows(TenantScope scope) {
    this.scope = scope;
  }

  public void drafted(
      Stamp stamp,
      String kind,
      UUID invoiceId,
      Money amount,
      String category,
      @Nullable UUID disputeId,
      @Nullable String reason) {
    RowInsert.of(TABLE, stamp)
        .set("kind", kind)
        .set("status", "DRAFT")
        .set("invoice_id", invoiceId)
        .set("amount", amount)
        .set("category", category)
        .set("dispute_id", disputeId)
        .set("reason", reason)
        .apply(scope);
  }

  public void issued(
      Stamp stamp,
      String noteNumber,
      String invoiceNumber,
      Money vatPortion,
      Money correctTotal,
      LocalDate issuedOn,
      int ordinal) {
    RowUpdate.of(TABLE, stamp)
        .set("status", "ISSUED")
        .set("note_number", noteNumber)
        .set("invoice_number", invoiceNumber)
        .set("vat_portion", vatPortion)
        .set("correct_total", correctTotal)
        .set("issued_on", issuedOn)
        .set("ordinal", ordinal)
        .apply(scope);
  }

  public void cancelled(Stamp stamp, @Nullable String reason) {
    RowUpdate.of(TABLE, stamp).set("status", "CANCELLED").set("cancel_reason", reason).apply(scope);
  }

  /** Forgets what is told about an invoice. */
  public void forget(String tenant, UUID invoiceId) {
    RowErasure.of(TABLE)
        .text("reason")
        .text("cancel_reason")
        .apply(scope, tenant, "invoice_id", invoiceId);
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
