package za.lexohub.readmodels.retainer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of retainers. Every write may come again, at any time; an older one is refused.
 */
public final class RetainerRows {

  private static final String TABLE = "retainers";

  private final TenantScope scope;

  public RetainerRows(TenantScope scope) {
    this.scope = scope;
  }

  public void agreed(Stamp stamp, RetainerView retainer) {
    RowInsert.of(TABLE, stamp)
        .set("matter_id", retainer.matterId())
        .set("type", retainer.type())
        .set("status", retainer.status())
        .set("amount", retainer.amount())
        .set("low_balance_percent", retainer.lowBalancePercent())
        .set("starts_on", retainer.startsOn())
        .set("ends_on", retainer.endsOn())
        .set("auto_renew", retainer.autoRenew())
        .set("terms", retainer.terms())
        .apply(scope);
  }

  /** Money has moved, and the status with it where it is given. */
  public void moved(Stamp stamp, RetainerView.Movement movement, @Nullable String status) {
    RowUpdate update =
        update(stamp)
            .set("balance", movement.balance())
            .putJson("movements", "%012d".formatted(stamp.version()), movement);
    if (status != null) {
      update.set("status", status);
    }
    update.apply(scope);
  }

  /** Money came back: a depleted retainer is active again, one that has ended is not. */
  public void cameBack(Stamp stamp, RetainerView.Movement movement) {
    update(stamp)
        .set("balance", movement.balance())
        .putJson("movements", "%012d".formatted(stamp.version()), movement)
        .setSql("status = case status when 'DEPLETED' then 'ACTIVE' else status end")
        .apply(scope);
  }

  public void low(Stamp stamp, boolean low) {
    update(stamp).set("low", low).apply(scope);
  }

  public void ended(Stamp stamp, String status, @Nullable String reason) {
    update(stamp).set("status", status).set("cancel_reason", reason).apply(scope);
  }

  public void renewed(Stamp stamp, LocalDate startsOn, LocalDate endsOn) {
    update(stamp)
        .set("starts_on", startsOn)
        .set("ends_on", endsOn)
        .setSql("status = case balance when 0 then 'DEPLETED' else 'ACTIVE' end")
        .apply(scope);
  }

  /** What was typed about a matter's retainers. */
  public void forget(String tenant, UUID matterId) {
    RowErasure.of(TABLE)
        .text("terms")
        .text("cancel_reason")
        .textOfEntries("movements", "note")
        .apply(scope, tenant, "matter_id", matterId);
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }
}
