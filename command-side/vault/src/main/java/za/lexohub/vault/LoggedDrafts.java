package za.lexohub.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledDocuments;
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
    return SubjectKeys.reachable(
        () ->
            jdbc.sql(
                    "select aggregate_id from event_log"
                        + " where tenant_id = ? and event_type = 'ProFormaDrafted'"
                        + " and convert_from(payload, 'UTF8')::json ->> 'matterId' = ?"
                        + " order by position")
                .params(tenant.value(), matterId.toString())
                .query((row, n) -> new ProFormaId(UUID.fromString(row.getString(1))))
                .list());
  }
}
