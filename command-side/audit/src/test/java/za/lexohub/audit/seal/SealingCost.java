package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.LogDatabase;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.checkpoint.RealObjects;
import za.lexohub.audit.checkpoint.SigningKeyFiles;
import za.lexohub.audit.tlog.Frontier;

/**
 * What sealing costs those who append: appends a second of many writers, in windows with and
 * without a sealer by turns. No part of the build; {@code mvn -pl command-side/audit -am
 * -Dtest=SealingCost -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
class SealingCost {

  private static final int WRITERS = Integer.getInteger("writers", 16);
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final Duration WINDOW = Duration.ofSeconds(Integer.getInteger("seconds", 6));

  private final AtomicLong appended = new AtomicLong();

  @Test
  void measure(@TempDir Path keys) throws InterruptedException {
    AuditObjects objects = RealObjects.fresh();
    try (LogDatabase database = LogDatabase.fresh("sealing_cost")) {
      LogKeys key =
          new LogKeys("lexohub.test/log", new SigningKeyFiles(keys), database.application());
      key.requireKnown();
      AtomicBoolean running = new AtomicBoolean(true);
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(Thread.ofPlatform().start(() -> write(database, running)));
      }
      window();
      List<Double> without = new ArrayList<>();
      List<Double> with = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        boolean first = round % 2 == 0;
        if (first) {
          without.add(window());
        }
        with.add(sealed(database.application(), objects, key));
        if (!first) {
          without.add(window());
        }
        System.out.printf(Locale.ROOT, "off %.0f/s on %.0f/s%n", without.getLast(), with.getLast());
      }
      running.set(false);
      for (Thread writer : writers) {
        writer.join();
      }
      System.out.printf(
          Locale.ROOT,
          "%d writers, %d rounds of %s: off %.0f/s, on %.0f/s, ratio of medians %.3f; sealed %d%n",
          WRITERS,
          ROUNDS,
          WINDOW,
          median(without),
          median(with),
          median(with) / median(without),
          new Checkpoints(database.application()).newest().orElseThrow().size());
      readings(database.application());
      assertThat(with).hasSameSizeAs(without);
    }
  }

  /** How fast leaves are read and computed again. */
  private static void readings(JdbcClient jdbc) {
    Leaves leaves = new Leaves(jdbc, () -> {});
    long head = leaves.head();
    Frontier tree = new Frontier();
    long start = System.nanoTime();
    leaves.each(0, head, tree::append);
    System.out.printf(
        Locale.ROOT, "leaves: %.0f/s of %d%n", head * 1e9 / (System.nanoTime() - start), head);
  }

  private void write(LogDatabase database, AtomicBoolean running) {
    while (running.get()) {
      database.append("thandi", 1);
      appended.incrementAndGet();
    }
  }

  /** What was appended meanwhile is caught up with before the window begins. */
  private double sealed(JdbcClient jdbc, AuditObjects objects, LogKeys key)
      throws InterruptedException {
    SealProperties properties =
        new SealProperties(
            true,
            Duration.ofSeconds(4),
            1000,
            10_000,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            200_000);
    Sealing.once(jdbc, objects, key);
    Sealer sealer =
        new Sealer(
            new Lease(jdbc, properties.lease()),
            jdbc,
            objects,
            new Checkpoints(jdbc),
            key,
            properties);
    SealState state = new SealState();
    // Who takes over looks at all that was sealed before, once; that is no cost of each append.
    for (long looks = new Leaves(jdbc, () -> {}).head() / 5_120 + 2; looks > 0; looks--) {
      sealer.look(state);
    }
    SealerLoop loop = new SealerLoop(sealer, state, properties);
    loop.start();
    try {
      return window();
    } finally {
      loop.stop();
    }
  }

  private double window() throws InterruptedException {
    long before = appended.get();
    long start = System.nanoTime();
    Thread.sleep(WINDOW);
    return (appended.get() - before) * 1e9 / (System.nanoTime() - start);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
