package za.lexohub.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/** Asks the log itself, over partial indexes, because a read model may be behind it. */
final class LoggedDrafts implements FiledDocuments {

  private final JdbcClient jdbc;

  LoggedDrafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<ProFormaId> proFormasOn(TenantId tenant, MatterId matterId) {
    // One branch per type, each of which its partial index serves.
    return asked(
            "select aggregate_id from ("
                + ofType("ProFormaDrafted")
                + " union all "
                + ofType("ProFormaConvertedToMatter")
                + ") filed order by position",
            tenant.value(),
            matterId.toString(),
            tenant.value(),
            matterId.toString())
        .stream()
        .distinct()
        .map(ProFormaId::new)
        .toList();
  }

  @Override
  public List<InvoiceId> invoicesOn(TenantId tenant, MatterId matterId) {
    return asked(
            ofType("InvoiceGenerated") + " order by position", tenant.value(), matterId.toString())
        .stream()
        .map(InvoiceId::new)
        .toList();
  }

  private static String ofType(String eventType) {
    return "select aggregate_id, position from event_log"
        + " where tenant_id = ? and event_type = '"
        + eventType
        + "' and convert_from(payload, 'UTF8')::json ->> 'matterId' = ?";
  }

  private List<UUID> asked(String sql, Object... parameters) {
    return SubjectKeys.reachable(
        () ->
            jdbc.sql(sql)
                .params(parameters)
                .query((row, n) -> UUID.fromString(row.getString("aggregate_id")))
                .list());
  }
}
