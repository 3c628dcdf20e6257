package za.lexohub.verifier;

import java.util.Map;
import java.util.Set;

/** What part of the log an export holds: all of it, a tenant, or one aggregate of a tenant. */
record Scope(String tenant, String aggregateId) {

  static Scope read(Object json) throws Malformed {
    Map<String, Object> scope = Json.object(json, "the scope");
    if (scope.keySet().equals(Set.of("log")) && Boolean.TRUE.equals(scope.get("log"))) {
      return new Scope(null, null);
    }
    if (scope.keySet().equals(Set.of("tenant"))) {
      return new Scope(Json.string(scope, "tenant"), null);
    }
    if (scope.keySet().equals(Set.of("tenant", "aggregateId"))) {
      return new Scope(Json.string(scope, "tenant"), Json.string(scope, "aggregateId"));
    }
    throw new Malformed("unknown scope");
  }

  boolean wholeLog() {
    return tenant == null;
  }

  boolean holds(EventLine event) {
    return wholeLog()
        || event.tenant().equals(tenant)
            && (aggregateId == null || event.aggregateId().equals(aggregateId));
  }

  /** As the manifest of a pack writes it. */
  String text() {
    if (wholeLog()) {
      return "log";
    }
    return "tenant " + tenant + (aggregateId == null ? "" : " aggregate " + aggregateId);
  }
}
