package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.search.SearchRun;

/** The search of the query side, against the same requests sent straight to the store. */
final class SearchBenchmark implements Benchmark {

  @Override
  public String help() {
    return "searches and facets over made-up documents, against the same sent straight to"
        + " OpenSearch; --documents 1000000 --tenants 50 --clients 1,8 --seconds 2 --rounds 3"
        + " --warm-up 1; the documents are kept for the next run";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    int documents = options.number("documents", smoke ? 2_000 : 1_000_000);
    int tenants = options.number("tenants", smoke ? 4 : 50);
    List<Integer> clients =
        smoke ? options.numbers("clients", 2) : options.numbers("clients", 1, 8);
    Duration duration =
        Duration.ofMillis(options.number("seconds", smoke ? 0 : 2) * 1000L + (smoke ? 200 : 0));
    int warmUps = options.number("warm-up", smoke ? 0 : 1);
    int rounds = options.number("rounds", smoke ? 1 : 3);
    options.requireNoOther();
    try (SearchRun run = SearchRun.open(documents, tenants)) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (String kind : run.kinds()) {
        for (int number : clients) {
          rows.addAll(cell(run, kind, number, duration, warmUps, rounds));
        }
      }
      report.table(
          "search over %,d documents of %d practices; medians of %d rounds of %.1f s, ratio to direct"
              .formatted(documents, tenants, rounds, duration.toMillis() / 1000.0),
          rows);
    }
    report.note(
        "lexohub asks SearchQueries and gets its answer as objects; direct sends the bytes that"
            + " lexohub sent for the same question and reads the answer as bytes. A deep page is"
            + " the five requests of five pages. OpenSearch has 512 MB of heap and one shard an"
            + " index, in a JVM beside the clients on the same processors.");
  }

  private static List<Map<String, Object>> cell(
      SearchRun run, String kind, int clients, Duration duration, int warmUps, int rounds)
      throws Exception {
    Map<SearchRun.Contestant, List<Measured>> results =
        Rounds.alternate(
            List.of(SearchRun.Contestant.values()),
            warmUps,
            rounds,
            contestant -> {
              Measured measured =
                  Load.run(clients, duration, client -> run.work(contestant, kind, client)::once);
              progress(
                  "%-21s %d clients: %-8s %,7.0f/s  p50 %.2f ms  p99 %.2f ms",
                  kind,
                  clients,
                  contestant.text(),
                  measured.perSecond(),
                  measured.p50(),
                  measured.p99());
              return measured;
            });
    Measured base = Measured.median(results.get(SearchRun.Contestant.DIRECT));
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (contestant, all) -> {
          Measured median = Measured.median(all);
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("question", kind);
          row.put("clients", clients);
          row.put("contestant", contestant.text());
          row.put("per second", median.perSecond());
          row.put("p50 ms", median.p50());
          row.put("p99 ms", median.p99());
          row.put("p50 ratio", median.p50() / base.p50());
          rows.add(row);
        });
    return rows;
  }
}
