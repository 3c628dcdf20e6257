package za.lexohub.readmodels.retainer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads retainers. */
public final class RetainerViews {

  private static final String COLUMNS =
      """
      id, matter_id, type, status, amount, balance, low, low_balance_percent, starts_on, ends_on,
      auto_renew, terms, cancel_reason, movements, version, created_at, updated_at\
      """;

  private final TenantScope scope;

  public RetainerViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<RetainerView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from retainers where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(RetainerViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<RetainerView> page(
      String tenant,
      RetainerFilter filter,
      Sort<RetainerSort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, COLUMNS, "retainers")
        .whereIn("status", filter.status())
        .whereEqual("matter_id", filter.matterId())
        .whereEqual("low", filter.low())
        .page(scope, sort, limit, after, RetainerViews::view);
  }

  private static RetainerView view(ResultSet row, int number) throws SQLException {
    return new RetainerView(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "matter_id"),
        row.getString("type"),
        row.getString("status"),
        Sql.money(row, "amount"),
        Sql.money(row, "balance"),
        row.getBoolean("low"),
        row.getInt("low_balance_percent"),
        Sql.date(row, "starts_on"),
        Sql.optionalDate(row, "ends_on"),
        row.getBoolean("auto_renew"),
        Sql.optionalText(row, "terms"),
        Sql.optionalText(row, "cancel_reason"),
        Json.columnOf(row, "movements", RetainerView.Movement.class),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
