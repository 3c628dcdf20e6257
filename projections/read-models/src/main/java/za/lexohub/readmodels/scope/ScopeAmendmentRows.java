package za.lexohub.readmodels.scope;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of amendments. Every write may come again, at any time; an older one is refused.
 */
public final class ScopeAmendmentRows {

  private static final String TABLE = "scope_amendments";

  private final TenantScope scope;

  public ScopeAmendmentRows(TenantScope scope) {
    this.scope = scope;
  }

  public void proposed(Stamp stamp, ScopeAmendmentView amendment) {
    RowInsert.of(TABLE, stamp)
        .set("matter_id", amendment.matterId())
        .set("agreement_id", amendment.agreementId())
        .set("type", amendment.type())
        .set("status", amendment.status())
        .set("reason", amendment.reason())
        .set("original_estimate", amendment.originalEstimate())
        .set("new_estimate", amendment.newEstimate())
        .set("original_days", amendment.originalDays())
        .set("new_days", amendment.newDays())
        .set("automatic", amendment.automatic())
        .apply(scope);
  }

  public void approved(Stamp stamp, String channel, String by) {
    update(stamp)
        .set("status", "APPROVED")
        .set("approved_channel", channel)
        .set("approved_by", by)
        .apply(scope);
  }

  public void rejected(Stamp stamp, @Nullable String reason) {
    update(stamp).set("status", "REJECTED").set("rejection", reason).apply(scope);
  }

  public void superseded(Stamp stamp, UUID by) {
    update(stamp).set("status", "SUPERSEDED").set("superseded_by", by).apply(scope);
  }

  /** Leaves what a replay would write now, in all amendments of a matter. */
  public void forgetMatter(String tenant, UUID matterId, Forgotten forgotten) {
    if (forgotten.wording()) {
      RowErasure.of(TABLE)
          .text("reason")
          .text("rejection")
          .apply(scope, tenant, "matter_id", matterId);
    }
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }
}
