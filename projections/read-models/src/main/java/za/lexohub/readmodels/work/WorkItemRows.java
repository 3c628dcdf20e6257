package za.lexohub.readmodels.work;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of work items. A stamp is the matter's, with the item's id; its version orders the
 * changes of an item. Every write may come again, at any time; an older one is refused.
 */
public final class WorkItemRows {

  private static final String TABLE = "work_items";

  private final TenantScope scope;

  public WorkItemRows(TenantScope scope) {
    this.scope = scope;
  }

  public void logged(Stamp item, UUID matterId, LoggedWork work) {
    RowInsert.of(TABLE, item)
        .set("matter_id", matterId)
        .set("kind", work.kind())
        .set("state", "UNBILLED")
        .set("worked_on", work.date())
        .set("description", work.description())
        .set("minutes", work.minutes())
        .set("category", work.category())
        .set("quantity", work.quantity())
        .set("rate", work.rate())
        .set("cost", work.cost())
        .set("markup_basis_points", work.markupBasisPoints())
        .set("amount", work.amount())
        .set("billable", work.billable())
        .set("vat_treatment", work.vatTreatment())
        .apply(scope);
  }

  public void amended(Stamp item, LoggedWork work) {
    RowUpdate.of(TABLE, item)
        .set("worked_on", work.date())
        .set("description", work.description())
        .set("minutes", work.minutes())
        .set("category", work.category())
        .set("quantity", work.quantity())
        .set("rate", work.rate())
        .set("cost", work.cost())
        .set("markup_basis_points", work.markupBasisPoints())
        .set("amount", work.amount())
        .set("billable", work.billable())
        .set("vat_treatment", work.vatTreatment())
        .apply(scope);
  }

  public void vatCorrected(Stamp item, String vatTreatment, @Nullable String reason) {
    RowUpdate.of(TABLE, item).set("vat_treatment", vatTreatment).set("reason", reason).apply(scope);
  }

  /** Removed or written off. */
  public void ended(Stamp item, String state, @Nullable String reason) {
    RowUpdate.of(TABLE, item).set("state", state).set("reason", reason).apply(scope);
  }

  /**
   * Items came to stand on an invoice, or stand on it no more.
   *
   * @param matter the change of the matter
   * @param invoiceId absent when they are unbilled again
   */
  public void billed(Stamp matter, List<UUID> items, @Nullable UUID invoiceId) {
    if (items.isEmpty()) {
      return;
    }
    List<@Nullable Object> values = new ArrayList<>();
    values.add(invoiceId == null ? "UNBILLED" : "BILLED");
    values.add(invoiceId);
    values.add(matter.version());
    values.add(Sql.value(matter.at()));
    values.add(matter.tenant());
    values.add(items.toArray(UUID[]::new));
    values.add(matter.version());
    scope.write(
        matter.tenant(),
        jdbc ->
            jdbc.sql(
                    """
                    update work_items
                       set state = ?, invoice_id = cast(? as uuid), version = ?, updated_at = ?
                     where tenant_id = ? and id = any(?) and version < ?\
                    """)
                .params(values)
                .update());
  }

  /** Leaves what a replay would write now. */
  public void forget(String tenant, UUID matterId) {
    RowErasure.of(TABLE)
        .text("description")
        .text("reason")
        .apply(scope, tenant, "matter_id", matterId);
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
