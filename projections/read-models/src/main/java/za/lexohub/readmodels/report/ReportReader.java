package za.lexohub.readmodels.report;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Asks one statement for one JSON document, and has the database give up on one that takes too
 * long: whoever asks is one of many, and a few long years must not hold all connections.
 */
final class ReportReader {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TenantScope scope;
  private final Duration patience;

  ReportReader(TenantScope scope) {
    this(scope, PATIENCE);
  }

  ReportReader(TenantScope scope, Duration patience) {
    this.scope = scope;
    this.patience = patience;
  }

  <T> T read(String tenant, String sql, Map<String, ?> parameters, Class<T> type) {
    return read(
        tenant,
        jdbc ->
            Json.read(
                jdbc.sql(sql).param("t", tenant).params(parameters).query(String.class).single(),
                type));
  }

  /** Whatever is read within; the statements of this transaction are all timed. */
  <T> T read(String tenant, Function<JdbcClient, T> work) {
    return scope.read(
        tenant,
        jdbc -> {
          jdbc.sql("select set_config('statement_timeout', ?, true)")
              .param(Long.toString(patience.toMillis()))
              .query(String.class)
              .single();
          return work.apply(jdbc);
        });
  }
}
