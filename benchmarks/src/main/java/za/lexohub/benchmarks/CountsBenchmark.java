package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counts of the workflow pipeline beside an address of the same application that answers a
 * constant. Both come with a token and pass the same filters, which check it.
 */
final class CountsBenchmark implements Benchmark {

  private static final String COUNTS = "/api/v1/workflow/counts";
  private static final String CONSTANT = "/actuator/info";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MATTERS = 50;

  @Override
  public String help() {
    return COUNTS
        + " beside "
        + CONSTANT
        + ", both with a token; --clients 1,8 --seconds 2 --rounds 3";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    List<Integer> clients =
        smoke ? options.numbers("clients", 2) : options.numbers("clients", 1, 8);
    Duration duration =
        Duration.ofMillis(options.number("seconds", smoke ? 0 : 2) * 1000L + (smoke ? 500 : 0));
    int rounds = options.number("rounds", smoke ? 1 : 3);
    options.requireNoOther();
    Path sources = Path.of(System.getProperty("lexohub.benchmarks.root", "..")).toRealPath();
    progress("Starting the application");
    try (Launched application =
            Launched.from(sources, Files.createTempDirectory("lexohub-counts"));
        HttpClient http = HttpClient.newHttpClient()) {
      application.awaitAnswer();
      Site site = new Site(http, application.base());
      site.open(smoke ? 2 : MATTERS);
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int number : clients) {
        rows.addAll(measure(site, number, duration, rounds, smoke));
      }
      report.table(
          "%s; medians of %d rounds of %.1f s, ratio to the constant"
              .formatted(COUNTS, rounds, duration.toMillis() / 1000.0),
          rows);
      report.table("what the server says", List.of(site.said()));
    }
    report.note(
        "Times of the first table are a client's, on the same machine; the server's mean leaves out"
            + " the client and the way. Hits are those of the cache in Redis, of all requests.");
  }

  private static List<Map<String, Object>> measure(
      Site site, int clients, Duration duration, int rounds, boolean smoke) throws Exception {
    Map<String, List<Measured>> results =
        Rounds.alternate(
            List.of(COUNTS, CONSTANT),
            smoke ? 0 : 1,
            rounds,
            path -> {
              HttpRequest request = site.request(path).GET().build();
              Measured measured = Load.run(clients, duration, client -> () -> site.send(request));
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

  /** The application, and tokens of two sample users. */
  private static final class Site {
    private final HttpClient http;
    private final URI base;
    private final String advocate;
    private final String operator;

    Site(HttpClient http, URI base) throws Exception {
      this.http = http;
      this.base = base;
      advocate = token("thandi");
      operator = token("operator");
    }

    HttpRequest.Builder request(String path) {
      return to(path, advocate);
    }

    private HttpRequest.Builder to(String path, String token) {
      return HttpRequest.newBuilder(base.resolve(path))
          .timeout(Duration.ofSeconds(30))
          .header("Authorization", "Bearer " + token);
    }

    String send(HttpRequest request) throws IOException, InterruptedException {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
      }
      return answer.body();
    }

    private String token(String user) throws Exception {
      String credentials =
          Base64.getEncoder()
              .encodeToString((user + ":" + user).getBytes(StandardCharsets.US_ASCII));
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve("/oauth2/token"))
              .header("Authorization", "Basic " + credentials)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("grant_type=client_credentials"))
              .build();
      return JSON.readTree(send(request)).path("access_token").asString();
    }

    /** Something to count, counted for the first time. */
    void open(int matters) throws Exception {
      for (int i = 0; i < matters; i++) {
        String body =
            """
            {"matterType": "Opinion", "title": "Matter %1$d", "client": {"name": "Client %1$d"},
             "attorney": {"name": "Sipho Khumalo", "email": "s@khumalo.example",
                          "address": "1 Fox Street"}}
            """
                .formatted(i);
        send(
            request("/api/v1/matters")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
      }
      // The first question finds the sets incomplete and has them filled.
      double hits = 0;
      for (int i = 0; i < 300 && hits == 0; i++) {
        send(request(COUNTS).GET().build());
        Thread.sleep(100);
        hits = requests("hit");
      }
    }

    Map<String, Object> said() throws Exception {
      double hits = requests("hit");
      double others = requests("miss") + requests("away");
      JsonNode times =
          metric("http.server.requests?tag=" + encoded("uri:" + COUNTS)).path("measurements");
      double count = 0;
      double seconds = 0;
      for (JsonNode time : times) {
        switch (time.path("statistic").asString()) {
          case "COUNT" -> count = time.path("value").asDouble();
          case "TOTAL_TIME" -> seconds = time.path("value").asDouble();
          default -> {}
        }
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("requests", (long) count);
      row.put("mean ms", 1000 * seconds / count);
      row.put("hits %", 100 * hits / (hits + others));
      return row;
    }

    private double requests(String outcome) throws Exception {
      return metric(
              "lexohub.cache.requests?tag="
                  + encoded("cache:counts")
                  + "&tag="
                  + encoded("outcome:" + outcome))
          .path("measurements")
          .path(0)
          .path("value")
          .asDouble(0);
    }

    private JsonNode metric(String name) throws Exception {
      return JSON.readTree(send(to("/actuator/metrics/" + name, operator).GET().build()));
    }

    private static String encoded(String tag) {
      return URLEncoder.encode(tag, StandardCharsets.UTF_8);
    }
  }
}
