package za.lexohub.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledRetainers;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.retainer.RetainerId;

/** Asks the log itself, over a partial index, because a read model may be behind it. */
final class LoggedRetainers implements FiledRetainers {

  private final JdbcClient jdbc;

  LoggedRetainers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<RetainerId> retainersOn(TenantId tenant, MatterId matterId) {
    return SubjectKeys.reachable(
        () ->
            jdbc.sql(
                    "select aggregate_id from event_log"
                        + " where tenant_id = ? and event_type = 'RetainerAgreed'"
                        + " and convert_from(payload, 'UTF8')::json ->> 'matterId' = ?"
                        + " order by position")
                .params(tenant.value(), matterId.toString())
                .query((row, n) -> new RetainerId(UUID.fromString(row.getString(1))))
                .list());
  }
}
