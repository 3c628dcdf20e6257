package za.lexohub.readmodels.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads credit notes, disputes and receipts. For the lists see {@link KeysetQuery#page}. */
public final class ClaimViews {

  private final TenantScope scope;

  public ClaimViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<CreditNoteView> creditNote(String tenant, UUID id) {
    return find("credit_notes", tenant, id, ClaimViews::creditNote);
  }

  public Page<CreditNoteView> creditNotes(
      String tenant,
      CreditNoteFilter filter,
      Sort<ClaimSort> sort,
      int limit,
      @Nullable Cursor after) {
    return narrowed(new KeysetQuery(tenant, "*", "credit_notes"), filter)
        .page(scope, sort, limit, after, ClaimViews::creditNote);
  }

  public Optional<DisputeView> dispute(String tenant, UUID id) {
    return find("disputes", tenant, id, ClaimViews::dispute);
  }

  public Page<DisputeView> disputes(
      String tenant,
      DisputeFilter filter,
      Sort<ClaimSort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, "*", "disputes")
        .whereIn("status", filter.status())
        .whereEqual("invoice_id", filter.invoiceId())
        .page(scope, sort, limit, after, ClaimViews::dispute);
  }

  public Optional<ReceiptView> receipt(String tenant, UUID id) {
    return find("receipts", tenant, id, ClaimViews::receipt);
  }

  public Page<ReceiptView> receipts(
      String tenant,
      ReceiptFilter filter,
      Sort<ClaimSort> sort,
      int limit,
      @Nullable Cursor after) {
    return narrowed(new KeysetQuery(tenant, "*", "receipts"), filter)
        .page(scope, sort, limit, after, ClaimViews::receipt);
  }

  /** Over the table of credit notes, whatever columns are asked for. */
  public static KeysetQuery narrowed(KeysetQuery query, CreditNoteFilter filter) {
    return query
        .whereIn("status", filter.status())
        .whereIn("kind", filter.kind())
        .whereEqual("invoice_id", filter.invoiceId())
        .whereWithin("issued_on", filter.issuedOn());
  }

  /** Over the table of receipts, whatever columns are asked for. */
  public static KeysetQuery narrowed(KeysetQuery query, ReceiptFilter filter) {
    return query
        .whereEqual("(remaining > 0)", filter.open())
        .whereEqual("matter_id", filter.matterId())
        .whereWithin("received_on", filter.receivedOn());
  }

  private <T> Optional<T> find(String table, String tenant, UUID id, RowMapper<T> mapper) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from " + table + " where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(mapper)
                .optional());
  }

  private static CreditNoteView creditNote(ResultSet row, int number) throws SQLException {
    return new CreditNoteView(
        Sql.uuid(row, "id"),
        row.getString("kind"),
        row.getString("status"),
        Sql.uuid(row, "invoice_id"),
        Sql.money(row, "amount"),
        row.getString("category"),
        Sql.optionalUuid(row, "dispute_id"),
        row.getString("reason"),
        Sql.optionalText(row, "note_number"),
        Sql.optionalText(row, "invoice_number"),
        Sql.optionalMoney(row, "vat_portion"),
        Sql.optionalMoney(row, "correct_total"),
        Sql.optionalDate(row, "issued_on"),
        row.getObject("ordinal", Integer.class),
        Sql.optionalText(row, "cancel_reason"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static DisputeView dispute(ResultSet row, int number) throws SQLException {
    List<DisputeView.Response> responses =
        Json.columnOf(row, "responses", DisputeView.Response.class);
    responses.sort(Comparator.comparing(DisputeView.Response::at));
    return new DisputeView(
        Sql.uuid(row, "id"),
        row.getString("status"),
        Sql.uuid(row, "invoice_id"),
        row.getString("dispute_type"),
        Sql.money(row, "amount"),
        row.getString("reason"),
        row.getString("channel"),
        row.getString("opened_by"),
        responses,
        Sql.optionalText(row, "escalation_reason"),
        Sql.optionalText(row, "resolution"),
        Sql.optionalText(row, "notes"),
        Sql.optionalInstant(row, "resolved_at"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static ReceiptView receipt(ResultSet row, int number) throws SQLException {
    List<ReceiptView.Allocation> allocations =
        Json.columnOf(row, "allocations", ReceiptView.Allocation.class);
    allocations.sort(Comparator.comparing(ReceiptView.Allocation::at));
    List<ReceiptView.Refund> refunds = Json.columnOf(row, "refunds", ReceiptView.Refund.class);
    refunds.sort(Comparator.comparing(ReceiptView.Refund::at));
    long remaining = row.getLong("remaining");
    return new ReceiptView(
        Sql.uuid(row, "id"),
        Sql.money(row, "amount"),
        Money.cents(Math.max(0, remaining)),
        Money.cents(Math.max(0, -remaining)),
        row.getString("method"),
        Sql.date(row, "received_on"),
        Sql.optionalUuid(row, "overpaid_invoice_id"),
        Sql.optionalUuid(row, "matter_id"),
        Sql.optionalText(row, "reference"),
        allocations,
        refunds,
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
