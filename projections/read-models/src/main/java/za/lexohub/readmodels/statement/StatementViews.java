package za.lexohub.readmodels.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads statements of account. */
public final class StatementViews {

  /** Far more than a matter ever has; the newest are shown. */
  private static final int MOST = 500;

  private static final String COLUMNS =
      """
      matter_id, number, from_date, to_date, status, object_key, sha256, size, reason,
      created_at, updated_at\
      """;

  private final TenantScope scope;

  public StatementViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<StatementView> find(String tenant, UUID matterId, int number) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from statements where tenant_id = ? and id = ?")
                .params(tenant, StatementRows.idOf(matterId, number))
                .query(StatementViews::view)
                .optional());
  }

  /** The newest first. */
  public List<StatementView> of(String tenant, UUID matterId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from statements where tenant_id = ? and matter_id = ?"
                        + " order by number desc limit "
                        + MOST)
                .params(tenant, matterId)
                .query(StatementViews::view)
                .list());
  }

  private static StatementView view(ResultSet row, int number) throws SQLException {
    long size = row.getLong("size");
    Long known = row.wasNull() ? null : Long.valueOf(size);
    return new StatementView(
        Sql.uuid(row, "matter_id"),
        row.getInt("number"),
        Sql.date(row, "from_date"),
        Sql.date(row, "to_date"),
        row.getString("status"),
        Sql.optionalText(row, "object_key"),
        Sql.optionalText(row, "sha256"),
        known,
        Sql.optionalText(row, "reason"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
