package za.lexohub.readmodels.invoice;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.paging.Total;
import za.lexohub.readmodels.row.TenantScope;

/** Reads invoices. */
public final class InvoiceViews {

  private static final Set<InvoiceStatus> LISTED =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(InvoiceStatus.DISCARDED)));

  private final TenantScope scope;

  public InvoiceViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<InvoiceView> find(String tenant, UUID id) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql("select * from invoices where tenant_id = ? and id = ?")
                .params(tenant, id)
                .query(InvoiceRowMapper::view)
                .optional());
  }

  /** See {@link KeysetQuery#total}. */
  public Total total(String tenant, InvoiceFilter filter) {
    return narrowed(new KeysetQuery(tenant, "id", "invoices"), filter).total(scope);
  }

  /** See {@link KeysetQuery#page}. */
  public Page<InvoiceSummary> page(
      String tenant,
      InvoiceFilter filter,
      Sort<InvoiceSort> sort,
      int limit,
      @Nullable Cursor after) {
    return narrowed(new KeysetQuery(tenant, InvoiceRowMapper.SUMMARY, "invoices"), filter)
        .page(scope, sort, limit, after, InvoiceRowMapper::summary);
  }

  /** Over the table of invoices, whatever columns are asked for. */
  public static KeysetQuery narrowed(KeysetQuery query, InvoiceFilter filter) {
    return query
        .whereIn("status", filter.status().isEmpty() ? LISTED : filter.status())
        .whereIn("payment_status", filter.paymentStatus())
        .whereEqual("matter_id", filter.matterId())
        .whereEqual("pro_forma_id", filter.proFormaId())
        .whereEqual("bar", filter.bar())
        .whereContains("search_text", filter.text())
        .whereWithin("sent_at", filter.issuedAt())
        .whereWithin("invoice_date", filter.invoiceDate())
        .whereWithin("due_date", filter.dueDate())
        .whereWithin("total", filter.total());
  }
}
