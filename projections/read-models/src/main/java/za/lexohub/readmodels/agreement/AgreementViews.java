package za.lexohub.readmodels.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads agreements. */
public final class AgreementViews {

  private static final String COLUMNS =
      """
      id, matter_id, pro_forma_id, status, client, terms, scope, fees, link_generation, sent_at,
      expires_at, signature, signed_by, signed_at, scan_id, countersigned_by, countersigned_at,
      cancel_reason, mail_state, mail_reason, version, created_at, updated_at\
      """;

  private final TenantScope scope;

  public AgreementViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<AgreementView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from agreements where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(AgreementViews::view)
                .optional());
  }

  /** Whether both have signed an agreement on the matter. */
  public boolean bindsOn(String tenant, UUID matterId) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select exists (select 1 from agreements where tenant_id = ?"
                        + " and matter_id = ? and status = 'SIGNED')")
                .params(tenant, matterId)
                .query(Boolean.class)
                .single());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<AgreementView> page(
      String tenant,
      AgreementFilter filter,
      Sort<AgreementSort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, COLUMNS, "agreements")
        .whereIn("status", filter.status())
        .whereEqual("matter_id", filter.matterId())
        .whereEqual("pro_forma_id", filter.proFormaId())
        .page(scope, sort, limit, after, AgreementViews::view);
  }

  private static AgreementView view(ResultSet row, int number) throws SQLException {
    return new AgreementView(
        Sql.uuid(row, "id"),
        Sql.optionalUuid(row, "matter_id"),
        Sql.optionalUuid(row, "pro_forma_id"),
        row.getString("status"),
        Json.column(row, "client", PartyView.class),
        row.getString("terms"),
        row.getString("scope"),
        row.getString("fees"),
        row.getInt("link_generation"),
        Sql.optionalInstant(row, "sent_at"),
        Sql.optionalInstant(row, "expires_at"),
        Sql.optionalText(row, "signature"),
        Sql.optionalText(row, "signed_by"),
        Sql.optionalInstant(row, "signed_at"),
        Sql.optionalUuid(row, "scan_id"),
        Sql.optionalText(row, "countersigned_by"),
        Sql.optionalInstant(row, "countersigned_at"),
        Sql.optionalText(row, "cancel_reason"),
        Sql.optionalText(row, "mail_state"),
        Sql.optionalText(row, "mail_reason"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
