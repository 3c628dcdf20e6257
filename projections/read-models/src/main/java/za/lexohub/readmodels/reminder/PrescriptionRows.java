package za.lexohub.readmodels.reminder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps and reads since when prescription runs. Every write may come again, at any time; an older
 * one is refused.
 */
public final class PrescriptionRows {

  private static final String TABLE = "prescriptions";
  private static final int YEARS = 3;

  private final TenantScope scope;

  public PrescriptionRows(TenantScope scope) {
    this.scope = scope;
  }

  public void begins(Stamp stamp, LocalDate dueDate) {
    RowInsert.of(TABLE, stamp).set("due_date", dueDate).set("runs_from", dueDate).apply(scope);
  }

  /** The debt was acknowledged on that day; an earlier one than is known changes nothing. */
  public void interrupted(Stamp stamp, LocalDate on) {
    RowUpdate.of(TABLE, stamp)
        .setSql("runs_from = greatest(runs_from, cast(? as date))", on)
        .apply(scope);
  }

  public Optional<PrescriptionView> find(String tenant, UUID invoiceId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select id, due_date, runs_from, version from prescriptions"
                        + " where tenant_id = ? and id = ?")
                .params(tenant, invoiceId)
                .query(
                    (row, number) -> {
                      LocalDate runsFrom = Sql.date(row, "runs_from");
                      return new PrescriptionView(
                          Sql.uuid(row, "id"),
                          Sql.date(row, "due_date"),
                          runsFrom,
                          runsFrom.plusYears(YEARS),
                          row.getLong("version"));
                    })
                .optional());
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
