package za.lexohub.readmodels.report;

import java.util.Map;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.TenantScope;

/** Asks one statement for one JSON document. */
final class ReportReader {

  private final TenantScope scope;

  ReportReader(TenantScope scope) {
    this.scope = scope;
  }

  <T> T read(String tenant, String sql, Map<String, ?> parameters, Class<T> type) {
    return scope.read(
        tenant,
        jdbc ->
            Json.read(
                jdbc.sql(sql).param("t", tenant).params(parameters).query(String.class).single(),
                type));
  }
}
