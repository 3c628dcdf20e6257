package za.lexohub.benchmarks.mixed;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How far whoever reads the log is behind it, as the operator is told. */
final class Groups {

  private Groups() {}

  /** Events between each group and the end of the log. */
  static Map<String, Long> lags(Site site) {
    Map<String, Long> lags = new LinkedHashMap<>();
    for (JsonNode group : site.operated("/actuator/projections").path("groups")) {
      lags.put(group.path("group").asString(), group.path("lag").asLong());
    }
    return lags;
  }

  /** Of the one that is furthest behind. */
  static long lag(Site site) {
    return lags(site).values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
