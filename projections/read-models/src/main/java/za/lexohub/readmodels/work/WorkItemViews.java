package za.lexohub.readmodels.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads work items, and sums over them. */
public final class WorkItemViews {

  private static final String COLUMNS =
      """
      id, matter_id, kind, state, worked_on, description, minutes, category, quantity, rate, cost,
      markup_basis_points, amount, billable, vat_treatment, reason, invoice_id, version, created_at,
      updated_at\
      """;

  private static final String IN_PROGRESS =
      """
      select count(*) as items,
             coalesce(sum(minutes), 0) as minutes,
             coalesce(sum(amount) filter (where kind = 'TIME'), 0) as time,
             coalesce(sum(amount) filter (where kind = 'SERVICE'), 0) as services,
             coalesce(sum(amount) filter (where kind = 'DISBURSEMENT'), 0) as disbursements,
             coalesce(sum(amount), 0) as total,
             min(worked_on) as oldest
        from work_items
       where tenant_id = ? and matter_id = ? and state = 'UNBILLED' and billable\
      """;

  private static final String FEES =
      """
      select coalesce(sum(amount), 0) as fees
        from work_items
       where tenant_id = ? and matter_id = ? and state in ('UNBILLED', 'BILLED') and billable
         and kind <> 'DISBURSEMENT'\
      """;

  private final TenantScope scope;

  public WorkItemViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<WorkItemView> find(String tenant, UUID matterId, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from work_items where tenant_id = ? and matter_id = ? and id = ?")
                .params(tenant, matterId, id)
                .query(WorkItemViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<WorkItemView> page(
      String tenant,
      WorkItemFilter filter,
      Sort<WorkItemSort> sort,
      int limit,
      @Nullable Cursor after) {
    return narrowed(new KeysetQuery(tenant, COLUMNS, "work_items"), filter)
        .page(scope, sort, limit, after, WorkItemViews::view);
  }

  /** Over the table of work items, whatever columns are asked for. */
  public static KeysetQuery narrowed(KeysetQuery query, WorkItemFilter filter) {
    return query
        .whereEqual("matter_id", filter.matterId())
        .whereIn("state", filter.state())
        .whereIn("kind", filter.kind())
        .whereWithin("worked_on", filter.date());
  }

  public WorkInProgress inProgress(String tenant, UUID matterId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(IN_PROGRESS)
                .params(tenant, matterId)
                .query(
                    (row, number) ->
                        new WorkInProgress(
                            row.getInt("items"),
                            row.getLong("minutes"),
                            Sql.money(row, "time"),
                            Sql.money(row, "services"),
                            Sql.money(row, "disbursements"),
                            Sql.money(row, "total"),
                            Sql.optionalDate(row, "oldest")))
                .single());
  }

  /** All work done for a fee, billed or not, without disbursements. */
  public Money fees(String tenant, UUID matterId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(FEES)
                .params(tenant, matterId)
                .query((row, number) -> Sql.money(row, "fees"))
                .single());
  }

  private static WorkItemView view(ResultSet row, int number) throws SQLException {
    return new WorkItemView(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "matter_id"),
        row.getString("kind"),
        row.getString("state"),
        Sql.date(row, "worked_on"),
        row.getString("description"),
        row.getObject("minutes", Integer.class),
        Sql.optionalText(row, "category"),
        row.getBigDecimal("quantity"),
        Sql.optionalMoney(row, "rate"),
        Sql.optionalMoney(row, "cost"),
        row.getObject("markup_basis_points", Integer.class),
        Sql.money(row, "amount"),
        row.getBoolean("billable"),
        row.getString("vat_treatment"),
        Sql.optionalText(row, "reason"),
        Sql.optionalUuid(row, "invoice_id"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
