package za.lexohub.readmodels.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.paging.Total;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads matters. */
public final class MatterViews {

  private static final String COLUMNS =
      """
      id, reference, status, archived, matter_type, bar, title, description, client, attorney,
      vat_exempt, court_case_number, opened_on, hold_reason, settled_on, closed_on, requested_by,
      activated_on, decline_reason, reopen_reason, awaited_pro_forma_id, terms, conflict,
      conflict_on, conflict_note, billing, billing_by, billing_note, version, created_at, updated_at\
      """;

  private final TenantScope scope;

  public MatterViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<MatterView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from matters where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(MatterViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#total}. */
  public Total total(String tenant, MatterFilter filter) {
    return narrowed(new KeysetQuery(tenant, "id", "matters"), filter).total(scope);
  }

  /** See {@link KeysetQuery#page}. */
  public Page<MatterView> page(
      String tenant,
      MatterFilter filter,
      Sort<MatterSort> sort,
      int limit,
      @Nullable Cursor after) {
    return narrowed(new KeysetQuery(tenant, COLUMNS, "matters"), filter)
        .page(scope, sort, limit, after, MatterViews::view);
  }

  /** Over the table of matters, whatever columns are asked for. */
  public static KeysetQuery narrowed(KeysetQuery query, MatterFilter filter) {
    return query
        .whereIn("status", filter.status())
        .whereEqual("archived", filter.archived())
        .whereEqual("matter_type", filter.matterType())
        .whereContains("search_text", filter.text())
        .whereWithin("opened_on", filter.openedOn())
        .whereEqual("bar", filter.bar())
        .whereContains("coalesce(attorney ->> 'firm', '')", filter.firm())
        .whereEqual("coalesce((terms ->> 'urgent')::boolean, false)", filter.urgent())
        .whereWithin(MatterSort.DEADLINE_TEXT, filter.deadline().map(LocalDate::toString))
        .whereWithin("(terms -> 'estimate' ->> 'amount')::bigint", filter.estimate());
  }

  private static MatterView view(ResultSet row, int number) throws SQLException {
    return new MatterView(
        Sql.uuid(row, "id"),
        row.getString("reference"),
        row.getString("status"),
        row.getBoolean("archived"),
        row.getString("matter_type"),
        row.getString("bar"),
        row.getString("title"),
        Sql.optionalText(row, "description"),
        Json.column(row, "client", PartyView.class),
        Json.column(row, "attorney", PartyView.class),
        row.getBoolean("vat_exempt"),
        Sql.optionalText(row, "court_case_number"),
        Sql.date(row, "opened_on"),
        Sql.optionalText(row, "hold_reason"),
        Sql.optionalDate(row, "settled_on"),
        Sql.optionalDate(row, "closed_on"),
        Sql.optionalText(row, "requested_by"),
        Sql.optionalDate(row, "activated_on"),
        Sql.optionalText(row, "decline_reason"),
        Sql.optionalText(row, "reopen_reason"),
        Sql.optionalUuid(row, "awaited_pro_forma_id"),
        Json.optionalColumn(row, "terms", MatterTermsView.class),
        conflict(row),
        billing(row),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static @Nullable ConflictView conflict(ResultSet row) throws SQLException {
    String status = row.getString("conflict");
    return status == null
        ? null
        : new ConflictView(
            status, Sql.date(row, "conflict_on"), Sql.optionalText(row, "conflict_note"));
  }

  private static @Nullable BillingView billing(ResultSet row) throws SQLException {
    String status = row.getString("billing");
    return status == null
        ? null
        : new BillingView(
            status, Sql.optionalText(row, "billing_by"), Sql.optionalText(row, "billing_note"));
  }
}
