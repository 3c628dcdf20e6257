package za.lexohub.readmodels.batch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps batches of invoices. Every write may come again, at any time; an older one is refused, so
 * that no entry counts twice.
 */
public final class InvoiceBatchRows {

  private static final String TABLE = "invoice_batches";

  private final TenantScope scope;

  public InvoiceBatchRows(TenantScope scope) {
    this.scope = scope;
  }

  public void requested(
      Stamp stamp, LocalDate invoiceDate, List<UUID> proFormas, List<UUID> matters) {
    Map<String, Object> entries = new LinkedHashMap<>();
    proFormas.forEach(id -> put(entries, id, "PRO_FORMA"));
    matters.forEach(id -> put(entries, id, "MATTER"));
    RowInsert.of(TABLE, stamp)
        .set("status", InvoiceBatchStatus.RUNNING)
        .set("invoice_date", invoiceDate)
        .set("total", entries.size())
        .setJson("entries", entries)
        .apply(scope);
  }

  private static void put(Map<String, Object> entries, UUID id, String kind) {
    entries.putIfAbsent(
        id.toString(), Json.fields("place", entries.size(), "id", id, "kind", kind));
  }

  public void done(
      Stamp stamp, UUID item, String result, @Nullable UUID invoiceId, @Nullable String code) {
    String count =
        switch (result) {
          case "REFUSED" -> "refused";
          case "ALREADY_INVOICED" -> "already_invoiced";
          default -> "invoiced";
        };
    RowUpdate.of(TABLE, stamp)
        .mergeJson(
            "entries",
            item.toString(),
            Json.fields("result", result, "invoiceId", invoiceId, "code", code))
        .setSql(count + " = " + count + " + 1")
        .apply(scope);
  }

  public void completed(Stamp stamp) {
    RowUpdate.of(TABLE, stamp).set("status", InvoiceBatchStatus.COMPLETED).apply(scope);
  }

  public void empty() {
    scope.truncate(TABLE);
  }
}
