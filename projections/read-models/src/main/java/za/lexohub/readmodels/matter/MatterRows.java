package za.lexohub.readmodels.matter;

import java.time.LocalDate;
import java.util.UUID;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** Keeps the rows of matters. Every write may come again, at any time; an older one is refused. */
public final class MatterRows {

  private static final String TABLE = "matters";

  private final TenantScope scope;

  public MatterRows(TenantScope scope) {
    this.scope = scope;
  }

  public void opened(Stamp stamp, MatterView matter) {
    RowInsert.of(TABLE, stamp)
        .set("reference", matter.reference())
        .set("status", matter.status())
        .set("archived", matter.archived())
        .set("matter_type", matter.matterType())
        .set("bar", matter.bar())
        .set("title", matter.title())
        .set("description", matter.description())
        .setJson("client", matter.client())
        .setJson("attorney", matter.attorney())
        .set("vat_exempt", matter.vatExempt())
        .set("court_case_number", matter.courtCaseNumber())
        .set("opened_on", matter.openedOn())
        .apply(scope);
  }

  public void putOnHold(Stamp stamp, String reason) {
    update(stamp).set("status", "ON_HOLD").set("hold_reason", reason).apply(scope);
  }

  public void resumed(Stamp stamp) {
    update(stamp).set("status", "ACTIVE").set("hold_reason", null).apply(scope);
  }

  public void settled(Stamp stamp, LocalDate on) {
    update(stamp).set("status", "SETTLED").set("settled_on", on).apply(scope);
  }

  public void closed(Stamp stamp, LocalDate on) {
    update(stamp).set("status", "CLOSED").set("closed_on", on).apply(scope);
  }

  public void archived(Stamp stamp, boolean archived) {
    update(stamp).set("archived", archived).apply(scope);
  }

  /** Nothing that is shown has changed, but the version. */
  public void touched(Stamp stamp) {
    update(stamp).apply(scope);
  }

  /** Leaves what a replay would write now. */
  public void forget(String tenant, UUID id, Forgotten forgotten) {
    RowErasure row = RowErasure.of(TABLE);
    if (forgotten.client()) {
      row.party("client");
    }
    if (forgotten.attorney()) {
      row.party("attorney");
    }
    if (forgotten.wording()) {
      row.text("title").clear("description").text("hold_reason");
    }
    row.apply(scope, tenant, id);
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }
}
