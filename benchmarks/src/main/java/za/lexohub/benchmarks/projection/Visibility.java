package za.lexohub.benchmarks.projection;

import static za.lexohub.benchmarks.Report.progress;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.readmodels.search.SearchIndex;

/**
 * Appends at an even pace, whatever they take, while somebody looks every millisecond how far each
 * read model has come. An event is visible when its read model has applied it and, in an index,
 * after the refresh that a reader with a token asks for.
 */
public final class Visibility implements AutoCloseable {

  private static final int TENANTS = 50;
  private static final int APPENDS_AT_ONCE = 64;
  private static final long PATIENCE_SECONDS = 300;

  private final Database database;
  private final ReadSide readSide;
  private final Lives lives;
  private final List<String> groups;

  /** Starts everything on an empty log. */
  public Visibility(Server server, int segments) throws Exception {
    database = server.database("lag");
    readSide =
        new ReadSide(server, database, Files.createTempDirectory("lexohub-keys"), segments, 100);
    lives = new Lives(readSide.vault(), TENANTS);
    // So that the first of the keys are there.
    readSide.fill(lives, 2 * TENANTS * Lives.EVENTS);
    groups = readSide.groups();
    awaitAll(readSide.positions().recordedThrough());
  }

  /**
   * The delays of each read model in milliseconds, in order; how long the appends themselves took
   * stands beside them under {@code append}.
   */
  public Map<String, double[]> measure(int perSecond, int seconds) throws Exception {
    long first = readSide.positions().recordedThrough() + 1;
    int events = perSecond * seconds;
    Watch watch = new Watch(first, events);
    Map<String, Long> sent = new ConcurrentHashMap<>();
    double[] appends = new double[events];
    watch.start();
    append(perSecond, events, sent, appends);
    awaitAll(first + events - 1);
    watch.end();
    Map<String, double[]> delays = new LinkedHashMap<>();
    Arrays.sort(appends);
    delays.put("append", appends);
    long[] began = began(first, events, sent);
    watch.seen.forEach(
        (group, seen) -> {
          double[] all = new double[events];
          for (int i = 0; i < events; i++) {
            all[i] = Math.max(0, seen[i] - began[i]) / 1e6;
          }
          Arrays.sort(all);
          delays.put(group, all);
        });
    return delays;
  }

  /** Those of one aggregate one after the other, of others side by side. */
  private void append(int perSecond, int events, Map<String, Long> sent, double[] appends)
      throws Exception {
    Semaphore places = new Semaphore(APPENDS_AT_ONCE);
    AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
    Map<String, CountDownLatch> under = new ConcurrentHashMap<>();
    long began = System.nanoTime();
    for (int i = 0; i < events; i++) {
      DomainEventMessage<?> event = lives.next();
      TimeUnit.NANOSECONDS.sleep(
          began + i * TimeUnit.SECONDS.toNanos(1) / perSecond - System.nanoTime());
      CountDownLatch before = under.get(event.getAggregateIdentifier());
      if (before != null) {
        before.await();
      }
      CountDownLatch done = new CountDownLatch(1);
      under.put(event.getAggregateIdentifier(), done);
      places.acquire();
      int number = i;
      Thread.ofVirtual()
          .start(
              () -> {
                long now = System.nanoTime();
                sent.put(event.getIdentifier(), now);
                try {
                  readSide.log().appendEvents(List.of(event));
                } catch (RuntimeException e) {
                  failed.set(e);
                } finally {
                  appends[number] = (System.nanoTime() - now) / 1e6;
                  under.remove(event.getAggregateIdentifier(), done);
                  done.countDown();
                  places.release();
                }
              });
    }
    places.acquire(APPENDS_AT_ONCE);
    RuntimeException failure = failed.get();
    if (failure != null) {
      throw failure;
    }
    progress("%,d appended in %.1f s", events, (System.nanoTime() - began) / 1e9);
  }

  /** When the event of each position was sent. */
  private long[] began(long first, int events, Map<String, Long> sent) throws SQLException {
    long[] began = new long[events];
    try (Connection connection = Server.owner(database);
        PreparedStatement select =
            connection.prepareStatement(
                "select position, event_id from event_log where position >= ?")) {
      select.setLong(1, first);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          began[(int) (rows.getLong(1) - first)] =
              sent.getOrDefault(rows.getString(2), System.nanoTime());
        }
      }
    }
    return began;
  }

  private void awaitAll(long position) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (groups.stream().anyMatch(g -> readSide.positions().appliedThrough(g) < position)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not everybody came to the end of the log");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /** Looks, on one thread for the tables and Redis and one for each index. */
  private final class Watch {
    private final long first;
    private final Map<String, long[]> seen = new LinkedHashMap<>();
    private final List<Thread> threads;

    Watch(long first, int events) {
      this.first = first;
      groups.forEach(group -> seen.put(group, new long[events]));
      List<String> others = groups.stream().filter(group -> index(group) == null).toList();
      threads =
          Stream.concat(
                  Stream.of(others),
                  groups.stream().filter(group -> index(group) != null).map(List::of))
              .map(some -> Thread.ofPlatform().daemon().name("watch").unstarted(() -> look(some)))
              .toList();
    }

    void start() {
      threads.forEach(Thread::start);
    }

    void end() throws InterruptedException {
      for (Thread thread : threads) {
        thread.join();
      }
    }

    private void look(List<String> some) {
      Map<String, Integer> next = new LinkedHashMap<>();
      some.forEach(group -> next.put(group, 0));
      while (!next.isEmpty()) {
        for (String group : some) {
          Integer from = next.get(group);
          if (from != null) {
            int to = look(group, from);
            next.put(group, to);
            if (to == seen.get(group).length) {
              next.remove(group);
            }
          }
        }
        try {
          TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }

    /** Notes what has become visible since. */
    private int look(String group, int from) {
      long[] times = seen.get(group);
      long applied = readSide.positions().appliedThrough(group);
      int to = (int) Math.max(from, Math.min(times.length, applied - first + 1));
      SearchIndex index = index(group);
      if (index != null && to > from) {
        readSide.indexes().refresh(List.of(index));
      }
      Arrays.fill(times, from, to, System.nanoTime());
      return to;
    }
  }

  private static @Nullable SearchIndex index(String group) {
    return Arrays.stream(SearchIndex.values())
        .filter(index -> index.group().equals(group))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    readSide.close();
  }
}
