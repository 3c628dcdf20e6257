package za.lexohub.vault;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledReceipts;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.receipt.ReceiptId;

/** Asks the log itself, over a partial index, because a read model may be behind it. */
final class LoggedReceipts implements FiledReceipts {

  private final JdbcClient jdbc;

  LoggedReceipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<ReceiptId> receiptsOn(TenantId tenant, MatterId matterId) {
    return recordedWith("matterId", tenant, Set.of(matterId.toString()));
  }

  @Override
  public List<ReceiptId> restsOf(TenantId tenant, Set<InvoiceId> invoiceIds) {
    return recordedWith(
        "overpaidInvoice",
        tenant,
        invoiceIds.stream().map(InvoiceId::toString).collect(Collectors.toSet()));
  }

  private List<ReceiptId> recordedWith(String field, TenantId tenant, Set<String> values) {
    return SubjectKeys.reachable(
        () ->
            jdbc.sql(
                    "select aggregate_id from event_log"
                        + " where tenant_id = ? and event_type = 'ReceiptRecorded'"
                        + " and convert_from(payload, 'UTF8')::json ->> '"
                        + field
                        + "' = any (?) order by position")
                .params(tenant.value(), values.toArray(String[]::new))
                .query((row, n) -> new ReceiptId(UUID.fromString(row.getString(1))))
                .list());
  }
}
