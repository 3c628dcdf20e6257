package za.lexohub.eventstore;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.ledger.CommandOutcome;

/** The ledger beside the log; rows of commands with events are written with the events. */
class JdbcCommandLedger implements CommandLedger {

  private final JdbcClient jdbc;

  JdbcCommandLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<CommandOutcome> find(TenantId tenant, String key) {
    return jdbc.sql(
            "select request_hash, aggregate_id, version, position from command_ledger"
                + " where tenant_id = ? and idempotency_key = ?")
        .params(tenant.value(), key)
        .query(CommandOutcome.class)
        .optional();
  }

  @Override
  public CommandOutcome recordWithoutEvents(
      TenantId tenant, String key, String requestHash, String aggregateId) {
    jdbc.sql(
            """
            insert into command_ledger
              (tenant_id, idempotency_key, request_hash, aggregate_id, version, position)
            select :tenant, :key, :hash, :aggregate,
              coalesce((select max(sequence) + 1 from event_log where aggregate_id = :aggregate), 0),
              coalesce((select max(position) from event_log), 0)
            on conflict do nothing
            """)
        .param("tenant", tenant.value())
        .param("key", key)
        .param("hash", requestHash)
        .param("aggregate", aggregateId)
        .update();
    return find(tenant, key).orElseThrow();
  }
}
