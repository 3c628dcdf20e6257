package za.lexohub.benchmarks;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Matters that clients change at a steady rate, each some of its own, while they read all of them:
 * with the token of the client's last change, from the moment it has it.
 */
final class ChangedMatters {

  private final CountedSite site;
  private final int clients;
  private final AtomicReferenceArray<String> tokens;
  private final ScheduledExecutorService writers;
  private final List<? extends Future<?>> writing;

  ChangedMatters(CountedSite site, int clients, int writesPerSecond) {
    this.site = site;
    this.clients = clients;
    tokens = new AtomicReferenceArray<>(clients);
    IntStream.range(0, clients).forEach(client -> tokens.set(client, "0"));
    writers = Executors.newScheduledThreadPool(clients);
    long pause = TimeUnit.SECONDS.toMicros(1) / Math.max(1, writesPerSecond);
    writing =
        writesPerSecond == 0
            ? List.of()
            : IntStream.range(0, clients)
                .mapToObj(
                    client ->
                        writers.scheduleAtFixedRate(
                            () -> change(client),
                            pause * client / clients,
                            pause,
                            TimeUnit.MICROSECONDS))
                .toList();
  }

  /** Any of them, at least as fresh as the client's last change. */
  void read(int client) throws Exception {
    List<String> all = site.matters();
    String id = all.get(ThreadLocalRandom.current().nextInt(all.size()));
    site.send(
        site.request("/api/v1/matters/" + id)
            .header("Consistency-Token", tokens.get(client))
            .header("Prefer", "wait=2")
            .GET()
            .build());
  }

  /** One of the client's own: no other client changes it, so its version is known. */
  private void change(int client) {
    List<String> all = site.matters();
    int own = (all.size() - client + clients - 1) / clients;
    String id = all.get(client + clients * ThreadLocalRandom.current().nextInt(own));
    try {
      HttpRequest.Builder read = site.request("/api/v1/matters/" + id).GET();
      HttpResponse<String> seen =
          site.answer(read.header("Consistency-Token", tokens.get(client)).build());
      boolean isOnHold = seen.body().contains("\"status\":\"ON_HOLD\"");
      HttpResponse<String> changed =
          site.answer(
              site.request("/api/v1/matters/" + id + (isOnHold ? "/resume" : "/put-on-hold"))
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .header("If-Match", seen.headers().firstValue("ETag").orElseThrow())
                  .POST(BodyPublishers.ofString(isOnHold ? "{}" : "{\"reason\": \"waiting\"}"))
                  .build());
      tokens.set(client, changed.headers().firstValue("Consistency-Token").orElseThrow());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** No more changes; throws what has ended a client's too early. */
  void end() throws Exception {
    writers.shutdown();
    writers.awaitTermination(30, TimeUnit.SECONDS);
    for (Future<?> each : writing) {
      if (each.isDone() && !each.isCancelled()) {
        try {
          each.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("a matter could not be changed", e.getCause());
        }
      }
    }
  }
}
