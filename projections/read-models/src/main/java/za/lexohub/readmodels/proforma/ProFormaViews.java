package za.lexohub.readmodels.proforma;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.paging.Total;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.SupplierView;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads pro formas. */
public final class ProFormaViews {

  private static final String SUMMARY =
      """
      id, status, quote_number, revision, matter_id, matter_type, urgency, title,
      client ->> 'name' as client_name, attorney ->> 'name' as attorney_name,
      attorney ->> 'firm' as firm, total, quote_date, valid_until, request_expires_at, sent_at,
      invoicing ->> 'invoiceId' as invoice_id, version, created_at, updated_at\
      """;

  private final TenantScope scope;

  public ProFormaViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<ProFormaView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from pro_formas where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(ProFormaViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#total}. */
  public Total total(String tenant, ProFormaFilter filter) {
    return narrowed(new KeysetQuery(tenant, "id", "pro_formas"), filter).total(scope);
  }

  /** See {@link KeysetQuery#page}. */
  public Page<ProFormaSummary> page(
      String tenant,
      ProFormaFilter filter,
      Sort<ProFormaSort> sort,
      int limit,
      @Nullable Cursor after) {
    return narrowed(new KeysetQuery(tenant, SUMMARY, "pro_formas"), filter)
        .page(scope, sort, limit, after, ProFormaViews::summary);
  }

  /** Over the table of pro formas, whatever columns are asked for. */
  public static KeysetQuery narrowed(KeysetQuery query, ProFormaFilter filter) {
    return query
        .whereIn("status", filter.status())
        .whereEqual("matter_id", filter.matterId())
        .whereEqual("urgency", filter.urgency())
        .whereContains("search_text", filter.text())
        .whereWithin("created_at", filter.createdAt())
        .whereWithin("sent_at", filter.sentAt())
        .whereWithin("quote_date", filter.quoteDate())
        .whereWithin("valid_until", filter.validUntil());
  }

  private static ProFormaSummary summary(ResultSet row, int number) throws SQLException {
    String invoiceId = row.getString("invoice_id");
    return new ProFormaSummary(
        Sql.uuid(row, "id"),
        row.getString("status"),
        Sql.optionalText(row, "quote_number"),
        row.getInt("revision"),
        Sql.optionalUuid(row, "matter_id"),
        row.getString("matter_type"),
        Sql.optionalText(row, "urgency"),
        row.getString("title"),
        row.getString("client_name"),
        Sql.optionalText(row, "attorney_name"),
        Sql.optionalText(row, "firm"),
        Sql.optionalMoney(row, "total"),
        Sql.optionalDate(row, "quote_date"),
        Sql.optionalDate(row, "valid_until"),
        Sql.optionalInstant(row, "request_expires_at"),
        Sql.optionalInstant(row, "sent_at"),
        invoiceId == null ? null : UUID.fromString(invoiceId),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static ProFormaView view(ResultSet row, int number) throws SQLException {
    List<ProFormaView.Document> documents =
        Json.columnOf(row, "documents", ProFormaView.Document.class);
    documents.sort(Comparator.comparingInt(ProFormaView.Document::revision));
    List<ProFormaView.Notification> notifications =
        Json.columnOf(row, "notifications", ProFormaView.Notification.class);
    notifications.sort(Comparator.comparingInt(ProFormaView.Notification::revision));
    return new ProFormaView(
        Sql.uuid(row, "id"),
        row.getString("status"),
        Sql.optionalText(row, "quote_number"),
        row.getInt("revision"),
        Sql.optionalUuid(row, "matter_id"),
        row.getString("matter_type"),
        Sql.optionalText(row, "urgency"),
        Sql.optionalText(row, "requested_action"),
        Json.column(row, "client", PartyView.class),
        Json.optionalColumn(row, "attorney", PartyView.class),
        Json.optionalColumn(row, "supplier", SupplierView.class),
        row.getString("title"),
        Sql.optionalText(row, "description"),
        Sql.optionalText(row, "narrative"),
        Json.columnOf(row, "lines", Line.class),
        Json.optionalColumn(row, "totals", Totals.class),
        Sql.optionalDate(row, "quote_date"),
        Sql.optionalDate(row, "valid_until"),
        Sql.optionalInstant(row, "request_expires_at"),
        Sql.optionalInstant(row, "submitted_at"),
        Sql.optionalInstant(row, "sent_at"),
        Json.optionalColumn(row, "answer", ProFormaView.Answer.class),
        Sql.optionalText(row, "closed_reason"),
        Json.optionalColumn(row, "invoicing", ProFormaView.Invoicing.class),
        documents,
        notifications,
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
