package za.lexohub.query.search;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many documents there are by status, matter type and Bar, most first, and by month of creation
 * (Johannesburg time), in order, months without any between two others included.
 */
public record Facets(
    long total,
    Map<String, Long> byStatus,
    Map<String, Long> byMatterType,
    Map<String, Long> byBar,
    Map<YearMonth, Long> byMonth) {

  public Facets {
    byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
    byMatterType = Collections.unmodifiableMap(new LinkedHashMap<>(byMatterType));
    byBar = Collections.unmodifiableMap(new LinkedHashMap<>(byBar));
    byMonth = Collections.unmodifiableMap(new LinkedHashMap<>(byMonth));
  }
}
