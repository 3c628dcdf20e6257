package za.lexohub.benchmarks.mixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The performance table that LexoHub was planned by, with what was measured beside each target. */
final class PlanTable {

  static final double MOST_P50_MILLIS = 20;
  static final double MOST_P99_MILLIS = 200;
  static final double MOST_FAILED = 0.001;
  private static final int SECONDS_AN_HOUR = 3600;

  private final List<Map<String, Object>> rows = new ArrayList<>();

  private PlanTable() {}

  /** Whether it keeps up at this rate. */
  static boolean isGood(Measurement measured) {
    return measured.outcomes.percentile(99) <= MOST_P99_MILLIS
        && measured.errorShare() < MOST_FAILED
        && measured.past.unsent() == 0;
  }

  /**
   * @param mostConnections that the database server allows
   */
  static List<Map<String, Object>> rows(Measurement measured, long mostConnections) {
    PlanTable table = new PlanTable();
    double p50 = measured.outcomes.percentile(50);
    double p99 = measured.outcomes.percentile(99);
    table.row("latency p50", "< 100 ms, here < 20 ms", "%.1f ms", p50, p50 < MOST_P50_MILLIS);
    table.row("latency p99", "< 500 ms, here < 200 ms", "%.0f ms", p99, p99 < MOST_P99_MILLIS);
    table.row(
        "throughput",
        "1,000+ requests/s",
        "%,.0f/s",
        measured.perSecond(),
        measured.perSecond() >= 990);
    double errors = 100 * measured.errorShare();
    table.row("error rate", "< 0.1 %", "%.3f %%", errors, errors < 100 * MOST_FAILED);
    double hits = 100 * measured.hitShare;
    table.row("cache hit rate", "> 80 %", "%.1f %%", hits, hits > 80);
    double used = 100.0 * measured.connectionsHeld / mostConnections;
    table.row("database connections open", "< 50 % of the most", "%.0f %%", used, used < 50);
    table.row(
        "database connections in use",
        "",
        "%.0f %%",
        100.0 * measured.connectionsInUse / mostConnections,
        true);
    double searches = measured.outcomes.answers(Reading::isSearch) / measured.past.seconds();
    table.row("searches", "100/s", "%.0f/s", searches, searches >= 100);
    table.row(
        "searches p99",
        "< 200 ms",
        "%.0f ms",
        measured.outcomes.percentile(99, Reading::isSearch),
        measured.outcomes.percentile(99, Reading::isSearch) < MOST_P99_MILLIS);
    double papers = measured.done.papersMade() / measured.past.seconds() * SECONDS_AN_HOUR;
    table.row("PDFs made under load", "1,000/h", "%,.0f/h", papers, papers >= 1000);
    table.row("PDFs failed", "", "%,.0f", (double) measured.done.papersFailed(), true);
    table.row("PDFs waiting at the end", "", "%,.0f", (double) measured.papersLeft, true);
    table.row(
        "PDFs made after the load",
        "1,000/h",
        "%,.0f/h",
        measured.papersDrained * SECONDS_AN_HOUR,
        Double.isNaN(measured.papersDrained) || measured.papersDrained * SECONDS_AN_HOUR >= 1000);
    table.row(
        "mails sent under load",
        "",
        "%,.0f/h",
        measured.done.mailsSent() / measured.past.seconds() * SECONDS_AN_HOUR,
        true);
    table.row("mails failed", "", "%,.0f", (double) measured.done.mailsFailed(), true);
    table.row(
        "mails sent after the load", "", "%,.0f/h", measured.mailsDrained * SECONDS_AN_HOUR, true);
    return table.rows;
  }

  private void row(String measure, String target, String format, double value, boolean reached) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("measure", measure);
    row.put("target", target);
    row.put("measured", Double.isNaN(value) ? "none" : String.format(Locale.ROOT, format, value));
    row.put("reached", target.isEmpty() ? "" : reached ? "yes" : "no");
    rows.add(row);
  }
}
