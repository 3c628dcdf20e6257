package za.lexohub.readmodels.claims;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps the rows of disputes. */
public final class DisputeRows {

  private static final String TABLE = "disputes";

  private final TenantScope scope;

  public DisputeRows(TenantScope scope) {
    this.scope = scope;
  }

  public void opened(
      Stamp stamp,
      UUID invoiceId,
      String type,
      Money amount,
      @Nullable String reason,
      String channel,
      String openedBy) {
    RowInsert.of(TABLE, stamp)
        .set("status", "OPEN")
        .set("invoice_id", invoiceId)
        .set("dispute_type", type)
        .set("amount", amount)
        .set("reason", reason)
        .set("channel", channel)
        .set("opened_by", openedBy)
        .apply(scope);
  }

  /** What is escalated stays so. */
  public void answered(Stamp stamp, DisputeView.Response response) {
    RowUpdate.of(TABLE, stamp)
        .setSql("status = case when status = 'OPEN' then 'UNDER_REVIEW' else status end")
        .putJson("responses", Long.toString(stamp.version()), response)
        .apply(scope);
  }

  public void escalated(Stamp stamp, @Nullable String reason) {
    RowUpdate.of(TABLE, stamp)
        .set("status", "ESCALATED")
        .set("escalation_reason", reason)
        .apply(scope);
  }

  public void resolved(Stamp stamp, String resolution, @Nullable String notes) {
    RowUpdate.of(TABLE, stamp)
        .set("status", "RESOLVED")
        .set("resolution", resolution)
        .set("notes", notes)
        .set("resolved_at", stamp.at())
        .apply(scope);
  }

  /** Forgets what is told about an invoice. */
  public void forget(String tenant, UUID invoiceId) {
    RowErasure.of(TABLE)
        .text("reason")
        .textOfEntries("responses", "text")
        .text("escalation_reason")
        .text("notes")
        .apply(scope, tenant, "invoice_id", invoiceId);
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
