package za.lexohub.readmodels.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/** Reads batches of invoices. */
public final class InvoiceBatchViews {

  private static final String SUMMARY =
      "id, status, invoice_date, total, invoiced, already_invoiced, refused, version, created_at,"
          + " updated_at";

  private final TenantScope scope;

  public InvoiceBatchViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<InvoiceBatchView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from invoice_batches where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(InvoiceBatchViews::view)
                .optional());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<InvoiceBatchSummary> page(
      String tenant,
      Set<InvoiceBatchStatus> status,
      Sort<InvoiceBatchSort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, SUMMARY, "invoice_batches")
        .whereIn("status", status)
        .page(scope, sort, limit, after, InvoiceBatchViews::summary);
  }

  /** An entry with its place, since a JSON object keeps no order. */
  private record Placed(
      int place,
      UUID id,
      String kind,
      @Nullable String result,
      @Nullable UUID invoiceId,
      @Nullable String code) {

    InvoiceBatchView.Entry entry() {
      return new InvoiceBatchView.Entry(id, kind, result, invoiceId, code);
    }
  }

  private static InvoiceBatchView view(ResultSet row, int number) throws SQLException {
    List<InvoiceBatchView.Entry> entries =
        Json.columnOf(row, "entries", Placed.class).stream()
            .sorted(Comparator.comparingInt(Placed::place))
            .map(Placed::entry)
            .toList();
    return new InvoiceBatchView(
        Sql.uuid(row, "id"),
        row.getString("status"),
        Sql.date(row, "invoice_date"),
        row.getInt("total"),
        row.getInt("invoiced"),
        row.getInt("already_invoiced"),
        row.getInt("refused"),
        entries,
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static InvoiceBatchSummary summary(ResultSet row, int number) throws SQLException {
    return new InvoiceBatchSummary(
        Sql.uuid(row, "id"),
        row.getString("status"),
        Sql.date(row, "invoice_date"),
        row.getInt("total"),
        row.getInt("invoiced"),
        row.getInt("already_invoiced"),
        row.getInt("refused"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
