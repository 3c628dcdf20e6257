package za.lexohub.readmodels.matter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.row.Json;
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
        .set("requested_by", matter.requestedBy())
        .setJson("terms", matter.terms())
        .apply(scope);
  }

  public void pending(Stamp stamp) {
    update(stamp).set("status", "PENDING").apply(scope);
  }

  public void activated(Stamp stamp, LocalDate on) {
    update(stamp).set("status", "ACTIVE").set("activated_on", on).apply(scope);
  }

  public void awaitingApproval(Stamp stamp, UUID proFormaId) {
    update(stamp)
        .set("status", "AWAITING_APPROVAL")
        .set("awaited_pro_forma_id", proFormaId)
        .apply(scope);
  }

  public void accepted(
      Stamp stamp, boolean vatExempt, @Nullable String courtCaseNumber, LocalDate on) {
    update(stamp)
        .set("status", "ACTIVE")
        .set("vat_exempt", vatExempt)
        .set("court_case_number", courtCaseNumber)
        .set("opened_on", on)
        .set("awaited_pro_forma_id", null)
        .apply(scope);
  }

  public void declined(Stamp stamp, String reason) {
    update(stamp)
        .set("status", "DECLINED")
        .set("decline_reason", reason)
        .set("awaited_pro_forma_id", null)
        .apply(scope);
  }

  public void reopened(Stamp stamp, String reason) {
    update(stamp)
        .set("status", "ACTIVE")
        .set("reopen_reason", reason)
        .set("settled_on", null)
        .set("closed_on", null)
        .apply(scope);
  }

  public void terms(Stamp stamp, MatterTermsView terms) {
    update(stamp).setJson("terms", terms).apply(scope);
  }

  public void estimate(Stamp stamp, Money estimate) {
    update(stamp)
        .setSql(
            "terms = coalesce(terms, cast(? as jsonb))"
                + " || jsonb_build_object('estimate', cast(? as jsonb))",
            Json.write(MatterTermsView.requested(false)),
            Json.write(estimate))
        .apply(scope);
  }

  public void conflict(Stamp stamp, ConflictView conflict) {
    update(stamp)
        .set("conflict", conflict.status())
        .set("conflict_on", conflict.date())
        .set("conflict_note", conflict.note())
        .apply(scope);
  }

  /** Absent once the work is invoiced. */
  public void billing(Stamp stamp, @Nullable BillingView billing) {
    update(stamp)
        .set("billing", billing == null ? null : billing.status())
        .set("billing_by", billing == null ? null : billing.by())
        .set("billing_note", billing == null ? null : billing.note())
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
      row.text("decline_reason").text("reopen_reason").text("conflict_note").text("billing_note");
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
