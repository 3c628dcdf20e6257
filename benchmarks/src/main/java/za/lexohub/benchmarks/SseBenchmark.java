package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import za.lexohub.benchmarks.stream.StreamNode;
import za.lexohub.benchmarks.stream.Tenants;
import za.lexohub.benchmarks.stream.Watchers;

/**
 * Open streams of changes on one node while commands go on: its memory, how late a change is told,
 * and whether anybody is dropped.
 */
final class SseBenchmark implements Benchmark {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long SETTLE_SECONDS = 20;
  private static final int AT_ONCE = 64;
  private static final String LINK =
      """
      {"kind": "LINK", "matterType": "Opinion", "title": "Dlamini v Transit",
       "client": {"name": "Nomvula Dlamini"}, "urgency": "HIGH"}
      """;

  private static final String PRACTICE =
      """
      {"profile": "REFERRAL",
       "particulars": {"bar": "JOHANNESBURG", "name": "Adv Thandi Mokoena",
                       "email": "thandi@mokoena.example", "address": "Maisels Group, Sandton",
                       "practiceNumber": "JHB1234"}}
      """;

  @Override
  public String help() {
    return "open streams on one node, its memory and the delay of a change; --streams 10000"
        + " --tenants 200 --events 50 (a second) --seconds 60 --heap 1g";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    int streams = options.number("streams", options.smoke() ? 200 : 10_000);
    int tenants = options.number("tenants", options.smoke() ? 10 : 200);
    int events = options.number("events", options.smoke() ? 5 : 50);
    int seconds = options.number("seconds", options.smoke() ? 5 : 60);
    String heap = options.text("heap", "1g");
    options.requireNoOther();
    List<Map<String, Object>> rows = new ArrayList<>();
    progress("starting the application with a heap of %s", heap);
    try (StreamNode node = new StreamNode(heap);
        Watchers watchers = new Watchers(node.port())) {
      List<String> tokens = tokens(node, tenants);
      register(node.base(), tokens);
      rows.add(row(0, node, watchers, 0));
      for (int i = 0; i < streams; i++) {
        watchers.add(tokens.get(i % tenants));
        if ((i + 1) % 1000 == 0) {
          progress("%d streams asked for", i + 1);
        }
      }
      awaitOpen(watchers, streams);
      TimeUnit.SECONDS.sleep(options.smoke() ? 1 : SETTLE_SECONDS);
      rows.add(row(streams, node, watchers, 0));
      progress("%d events a second for %d s", events, seconds);
      watchers.count();
      long refused = write(node.base(), tokens, events, seconds);
      TimeUnit.SECONDS.sleep(2);
      Map<String, Object> loaded = row(streams, node, watchers, events);
      double[] delays = watchers.delays();
      loaded.put("told", watchers.told());
      loaded.put("told of", (long) events * seconds * (streams / tenants));
      loaded.put("p50 ms", percentile(delays, 0.5));
      loaded.put("p99 ms", percentile(delays, 0.99));
      loaded.put("ended", watchers.ended());
      loaded.put("commands refused", refused);
      rows.add(loaded);
    }
    report.table("%,d streams of %,d practices on one node".formatted(streams, tenants), rows);
    report.note(
        "Resident memory (RSS) is that of the application's own process, which plays every role,"
            + " with -Xmx"
            + heap
            + ". A delay is from the time that the log has recorded until the client has the line,"
            + " by the clock of the one machine that all of it shares.");
  }

  private static Map<String, Object> row(
      int streams, StreamNode node, Watchers watchers, int events) throws Exception {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("streams", streams);
    row.put("open", watchers.open() - watchers.ended());
    row.put("events/s", events);
    row.put("resident MB", node.residentMegabytes());
    return row;
  }

  private static List<String> tokens(StreamNode node, int count) throws Exception {
    Tenants tenants = new Tenants(node.base().toString(), node.signingKey());
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tokens.add(tenants.token("practice-" + i));
    }
    return tokens;
  }

  private static void register(URI base, List<String> tokens) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String token : tokens) {
        var answer =
            client.send(
                post(base, "/api/v1/practice", token, PRACTICE),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
          throw new IllegalStateException("no practice: " + answer.body());
        }
      }
    }
  }

  private static HttpRequest post(URI base, String path, String token, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static void awaitOpen(Watchers watchers, int streams) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (watchers.open() < streams) {
      if (System.nanoTime() > deadline || watchers.ended() > 0) {
        throw new IllegalStateException(
            "only %d streams have opened, %d have ended"
                .formatted(watchers.open(), watchers.ended()));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Commands at an even pace, whatever the answers take; how many were not accepted. */
  private static long write(URI base, List<String> tokens, int perSecond, int seconds)
      throws InterruptedException {
    AtomicLong refused = new AtomicLong();
    Semaphore places = new Semaphore(AT_ONCE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      long began = System.nanoTime();
      for (int i = 0; i < perSecond * seconds; i++) {
        long due = began + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        places.acquire();
        client
            .sendAsync(
                post(base, "/api/v1/pro-formas", tokens.get(i % tokens.size()), LINK),
                HttpResponse.BodyHandlers.ofString())
            .whenComplete(
                (answer, failed) -> {
                  places.release();
                  if ((failed != null || answer.statusCode() != 201)
                      && refused.getAndIncrement() == 0) {
                    progress("the first refusal: %s", failed != null ? failed : answer.body());
                  }
                });
      }
      places.acquire(AT_ONCE);
    }
    return refused.get();
  }

  private static double percentile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
  }
}
