package za.lexohub.benchmarks.mixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long connections of the application's pools were waited for and held, as it counts itself.
 */
final class Pools {

  private static final String METER = "hikaricp.connections.";
  private static final List<String> TIMES = List.of("acquire", "usage");

  private final Site site;
  private final Map<String, double[]> before = new LinkedHashMap<>();

  /** From now on. */
  Pools(Site site) {
    this.site = site;
    for (String pool : site.tags(METER + "acquire", "pool")) {
      before.put(pool, counted(pool));
    }
  }

  /** Times and seconds of each of both, and how often a connection was waited for in vain. */
  private double[] counted(String pool) {
    double[] counted = new double[5];
    for (int i = 0; i < TIMES.size(); i++) {
      String meter = METER + TIMES.get(i);
      counted[2 * i] = site.meter(meter, "COUNT", "pool:" + pool);
      counted[2 * i + 1] = site.meter(meter, "TOTAL_TIME", "pool:" + pool);
    }
    counted[4] = site.meter(METER + "timeout", "COUNT", "pool:" + pool);
    return counted;
  }

  /** A row for each pool. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    before.forEach(
        (pool, then) -> {
          double[] now = counted(pool);
          for (int i = 0; i < now.length; i++) {
            now[i] -= then[i];
          }
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("pool", pool);
          row.put("connections", (long) site.meter(METER + "max", "VALUE", "pool:" + pool));
          row.put("asked for", (long) now[0]);
          row.put("waited ms, mean", now[0] == 0 ? Double.NaN : 1000 * now[1] / now[0]);
          row.put("held ms, mean", now[2] == 0 ? Double.NaN : 1000 * now[3] / now[2]);
          row.put("in vain", (long) now[4]);
          rows.add(row);
        });
    return rows;
  }
}
