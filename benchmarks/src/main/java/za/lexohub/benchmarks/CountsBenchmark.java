package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is read from Redis beside an address of the same application that answers a constant: the
 * counts of the workflow pipeline, or single matters while they change. All come with a token and
 * pass the same filters, which check it.
 */
final class CountsBenchmark implements Benchmark {

  private static final String COUNTS = "/api/v1/workflow/counts";
  private static final String CARDS = "/api/v1/matters/{id}";
  private static final String CONSTANT = "/actuator/info";
  private static final int MATTERS = 50;

  @Override
  public String help() {
    return COUNTS
        + " beside "
        + CONSTANT
        + ", both with a token; --clients 1,8 --seconds 2 --rounds 3; --reads cards: "
        + CARDS
        + ", while each client also makes --writes 2 changes a second and asks for what it wrote";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    List<Integer> clients =
        smoke ? options.numbers("clients", 2) : options.numbers("clients", 1, 8);
    Duration duration =
        Duration.ofMillis(options.number("seconds", smoke ? 0 : 2) * 1000L + (smoke ? 500 : 0));
    int rounds = options.number("rounds", smoke ? 1 : 3);
    int writes = options.number("writes", 2);
    boolean cards = options.text("reads", "counts").equals("cards");
    options.requireNoOther();
    String read = cards ? CARDS : COUNTS;
    Path sources = Path.of(System.getProperty("lexohub.benchmarks.root", "..")).toRealPath();
    progress("Starting the application");
    try (Launched application =
            Launched.from(
                sources, Files.createTempDirectory("lexohub-counts"), Launched.AS_IN_PRODUCTION);
        HttpClient http = HttpClient.newHttpClient()) {
      application.awaitAnswer();
      CountedSite site = new CountedSite(http, application.base());
      site.open(smoke ? 8 : MATTERS);
      site.awaitCounts();
      List<Map<String, Object>> rows = new ArrayList<>();
      double hits = 0;
      double asked = 0;
      for (int number : clients) {
        double hitsBefore = site.hits(cards);
        double askedBefore = site.asked(cards);
        rows.addAll(measure(site, read, number, duration, rounds, smoke, cards ? writes : 0));
        hits += site.hits(cards) - hitsBefore;
        asked += site.asked(cards) - askedBefore;
      }
      report.table(
          "%s; medians of %d rounds of %.1f s, ratio to the constant"
              .formatted(read, rounds, duration.toMillis() / 1000.0),
          rows);
      report.table("what the server says", List.of(site.said(read, hits, asked)));
    }
    report.note(
        "Times of the first table are a client's, on the same machine; the server's mean leaves out"
            + " the client and the way. Hits are those of the cache in Redis, of all requests.");
    if (cards) {
      report.note(
          "%d changes a second and client went on meanwhile. Each client asks with the token of its"
                  .formatted(writes)
              + " own last change; times of changes are in no table.");
    }
  }

  private static List<Map<String, Object>> measure(
      CountedSite site,
      String read,
      int clients,
      Duration duration,
      int rounds,
      boolean smoke,
      int writes)
      throws Exception {
    Map<String, List<Measured>> results =
        Rounds.alternate(
            List.of(read, CONSTANT),
            smoke ? 0 : 1,
            rounds,
            path -> {
              Measured measured = load(site, path, clients, duration, writes);
              progress(
                  "%d client(s): %-24s %,9.0f/s  p50 %.2f ms  p99 %.2f ms",
                  clients, path, measured.perSecond(), measured.p50(), measured.p99());
              return measured;
            });
    Measured base = Measured.median(results.get(CONSTANT));
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (path, all) -> {
          Measured median = Measured.median(all);
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("clients", clients);
          row.put("address", path);
          row.put("per second", median.perSecond());
          row.put("p50 ms", median.p50());
          row.put("p99 ms", median.p99());
          row.put("ratio", median.perSecond() / base.perSecond());
          rows.add(row);
        });
    return rows;
  }

  private static Measured load(
      CountedSite site, String path, int clients, Duration duration, int writes) throws Exception {
    if (!path.equals(CARDS)) {
      HttpRequest request = site.request(path).GET().build();
      return Load.run(clients, duration, client -> () -> site.send(request));
    }
    ChangedMatters matters = new ChangedMatters(site, clients, writes);
    try {
      return Load.run(clients, duration, client -> () -> matters.read(client));
    } finally {
      matters.end();
    }
  }
}
