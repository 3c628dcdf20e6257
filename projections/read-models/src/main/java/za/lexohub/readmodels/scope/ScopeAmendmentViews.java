package za.lexohub.readmodels.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads amendments. */
public final class ScopeAmendmentViews {

  private static final String COLUMNS =
      """
      id, matter_id, agreement_id, type, status, reason, original_estimate, new_estimate,
      original_days, new_days, automatic, approved_channel, approved_by, rejection, superseded_by,
      version, created_at, updated_at\
      """;

  private final TenantScope scope;

  public ScopeAmendmentViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<ScopeAmendmentView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from scope_amendments where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(ScopeAmendmentViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<ScopeAmendmentView> page(
      String tenant,
      ScopeAmendmentFilter filter,
      Sort<ScopeAmendmentSort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, COLUMNS, "scope_amendments")
        .whereIn("status", filter.status())
        .whereEqual("matter_id", filter.matterId())
        .page(scope, sort, limit, after, ScopeAmendmentViews::view);
  }

  private static ScopeAmendmentView view(ResultSet row, int number) throws SQLException {
    return new ScopeAmendmentView(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "matter_id"),
        Sql.optionalUuid(row, "agreement_id"),
        row.getString("type"),
        row.getString("status"),
        Sql.optionalText(row, "reason"),
        Sql.money(row, "original_estimate"),
        Sql.money(row, "new_estimate"),
        row.getInt("original_days"),
        row.getInt("new_days"),
        row.getBoolean("automatic"),
        Sql.optionalText(row, "approved_channel"),
        Sql.optionalText(row, "approved_by"),
        Sql.optionalText(row, "rejection"),
        Sql.optionalUuid(row, "superseded_by"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
