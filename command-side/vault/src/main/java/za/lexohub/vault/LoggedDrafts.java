package za.lexohub.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/** Asks the log itself, over a partial index, because a read model may be behind it. */
final class LoggedDrafts implements FiledDocuments {

  private final JdbcClient jdbc;

  LoggedDrafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<ProFormaId> proFormasOn(TenantId tenant, MatterId matterId) {
    return on("ProFormaDrafted", tenant, matterId).stream().map(ProFormaId::new).toList();
  }

  @Override
  public List<InvoiceId> invoicesOn(TenantId tenant, MatterId matterId) {
    return on("InvoiceGenerated", tenant, matterId).stream().map(InvoiceId::new).toList();
  }

  /** The type is one of the two above and part of the statement, as the indexes demand. */
  private List<UUID> on(String creation, TenantId tenant, MatterId matterId) {
    return SubjectKeys.reachable(
        () ->
            jdbc.sql(
                    "select aggregate_id from event_log"
                        + " where tenant_id = ? and event_type = '"
                        + creation
                        + "'"
                        + " and convert_from(payload, 'UTF8')::json ->> 'matterId' = ?"
                        + " order by position")
                .params(tenant.value(), matterId.toString())
                .query((row, n) -> UUID.fromString(row.getString(1)))
                .list());
  }
}
