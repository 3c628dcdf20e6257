package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.projection.Visibility;

/** How long it takes from an append until each read model shows it, at an even load. */
final class ProjectionLagBenchmark implements Benchmark {

  @Override
  public String help() {
    return "from append to visible in each read model; --rate 500 (a second) --seconds 30"
        + " --warm-up 10 (seconds) --segments 1";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    int rate = options.number("rate", smoke ? 50 : 500);
    int seconds = options.number("seconds", smoke ? 2 : 30);
    int warmUp = options.number("warm-up", smoke ? 1 : 10);
    List<Integer> segments = options.numbers("segments", 1);
    options.requireNoOther();
    for (int segment : segments) {
      try (Server server = Server.start();
          Visibility visibility = new Visibility(server, segment)) {
        progress("Warming up");
        visibility.measure(rate, warmUp);
        progress("%d a second for %d s", rate, seconds);
        report.table(
            "from append to visible, %,d appends a second for %d s, %d segment(s)"
                .formatted(rate, seconds, segment),
            rows(visibility.measure(rate, seconds)));
      }
    }
    report.note(
        "An append is one event, sent at its time whether or not others were answered; its delay"
            + " begins when it is sent and so has the append itself in it, which stands in the"
            + " first row. The log, every projector and whoever looks share one JVM, and"
            + " PostgreSQL, Redis and OpenSearch its processors. An index counts as visible after a"
            + " refresh that is asked for at once, as a reader with a token does.");
  }

  private static List<Map<String, Object>> rows(Map<String, double[]> delays) {
    List<Map<String, Object>> rows = new ArrayList<>();
    delays.forEach(
        (group, sorted) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("read model", group);
          row.put("p50 ms", at(sorted, 0.5));
          row.put("p99 ms", at(sorted, 0.99));
          row.put("max ms", at(sorted, 1));
          rows.add(row);
        });
    return rows;
  }

  private static double at(double[] sorted, double part) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (part * (sorted.length - 1))];
  }
}
