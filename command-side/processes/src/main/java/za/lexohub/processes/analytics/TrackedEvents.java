package za.lexohub.processes.analytics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The events that were tracked, each tenant's apart. They hold names and ids, no amounts. */
final class TrackedEvents {

  /**
   * @param source with {@code id} unique within a tenant
   * @param type like {@code InvoiceGenerated}
   * @param subject the id of what it happened to; null where the shape is not known
   */
  record Tracked(
      String source, String id, String type, @Nullable String subject, Instant happenedAt) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  TrackedEvents(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Tracks an event, or nothing when it is tracked already. */
  void track(String tenant, Tracked event) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql("select set_config('lexohub.tenant', ?, true)")
              .param(tenant)
              .query(String.class)
              .single();
          jdbc.sql(
                  "insert into tracked_events"
                      + " (tenant_id, source, event_id, event_type, subject, happened_at)"
                      + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
              .params(
                  tenant,
                  event.source(),
                  event.id(),
                  event.type(),
                  event.subject(),
                  OffsetDateTime.ofInstant(event.happenedAt(), ZoneOffset.UTC))
              .update();
        });
  }
}
