package za.lexohub.benchmarks.mixed;

import static za.lexohub.benchmarks.Report.progress;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.ProcessMemory;
import za.lexohub.benchmarks.Report;
import za.lexohub.benchmarks.arrivals.Arrivals;
import za.lexohub.benchmarks.arrivals.Outcomes;

/** A load that goes on, and a look every ten seconds at whatever could grow. */
final class Soak {

  private static final int LOOKS_SECONDS = 10;

  /** Megabytes; smaller tables are no news. */
  private static final double LARGE = 1;

  private static final String LAG = "lag of ";
  private static final String TABLE = "MB of ";
  private static final double MEGA = 1024 * 1024;

  private final Running running;
  private final Day day;
  private final Thirds thirds = new Thirds();

  /** When answers were counted last; a look's own questions make it longer than it should be. */
  private long lookedAt;

  Soak(Running running, Day day) {
    this.running = running;
    this.day = day;
  }

  void run(int rate, Duration duration, Report report) throws Exception {
    double heapBefore = liveHeap();
    Outcomes outcomes = day.begin();
    AtomicReference<@Nullable Exception> broken = new AtomicReference<>();
    long began = System.nanoTime();
    lookedAt = began;
    long end = began + duration.toNanos();
    Thread looks =
        Thread.ofPlatform()
            .daemon()
            .name("soak")
            .start(
                () -> {
                  try {
                    // A look that outlasts the load would see its end.
                    while (end - System.nanoTime() > TimeUnit.SECONDS.toNanos(LOOKS_SECONDS)) {
                      look((System.nanoTime() - began) / 1e9);
                    }
                  } catch (Exception e) {
                    broken.set(e);
                  }
                });
    Arrivals.Past past = Arrivals.run(rate, duration, day);
    looks.join();
    Exception failure = broken.get();
    if (failure != null) {
      throw failure;
    }
    report.table(
        "%,d requests a second for %,d s: medians of the first and the last third"
            .formatted(rate, duration.toSeconds()),
        thirds.rows().stream().filter(Soak::isNews).toList());
    if (!outcomes.oddities().isEmpty()) {
      report.table("answers other than those asked for", outcomes.oddities());
    }
    double heapAfter = liveHeap();
    report.note(
        ("%,d requests answered, %d failed, %d could not be sent. p50 %.1f ms, p99 %.0f ms. Heap"
                + " after a full collection: %.0f MB before, %.0f MB after.")
            .formatted(
                outcomes.answers(),
                outcomes.failures(),
                past.unsent(),
                outcomes.percentile(50),
                outcomes.percentile(99),
                heapBefore,
                heapAfter));
    report.note(
        "A look every %d s; a measure grows when the last median is a tenth above the first. What is"
                .formatted(LOOKS_SECONDS)
            + " recorded grows by its nature: the log and its read models, mails and papers, which"
            + " the mail and S3 parts of one machine keep in memory. Groups that"
            + " were never behind and tables below a megabyte are left out.");
  }

  /** Leaves out groups that were never behind, and small tables. */
  private static boolean isNews(Map<String, Object> row) {
    String measure = String.valueOf(row.get("measure"));
    double highest = ((Number) row.get("highest")).doubleValue();
    return measure.startsWith(LAG) ? highest > 0 : !measure.startsWith(TABLE) || highest >= LARGE;
  }

  /**
   * Ten seconds, of which the lowest heap counts: what is left when the young have been collected.
   */
  private void look(double seconds) throws Exception {
    double heap = Double.MAX_VALUE;
    long due = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOOKS_SECONDS);
    while (System.nanoTime() < due) {
      heap = Math.min(heap, running.site.meter("jvm.memory.used", "VALUE", "area:heap") / MEGA);
      TimeUnit.SECONDS.sleep(1);
    }
    Outcomes recent = day.recent();
    long now = System.nanoTime();
    double took = (now - lookedAt) / 1e9;
    lookedAt = now;
    Map<String, Double> seen = new LinkedHashMap<>();
    seen.put("answers per second", recent.answers() / took);
    seen.put("p50 ms", recent.percentile(50));
    seen.put("p99 ms", recent.percentile(99));
    seen.put("failed", (double) recent.failures());
    seen.put("heap MB, lowest", heap);
    seen.put("application resident MB", ProcessMemory.resident(running.machine.jvm()));
    seen.put(
        "everything resident MB",
        running.application.processes().stream().mapToDouble(ProcessMemory::shared).sum());
    seen.put("platform threads", running.site.meter("jvm.threads.live", "VALUE"));
    database(seen);
    Groups.lags(running.site).forEach((group, lag) -> seen.put(LAG + group, (double) lag));
    thirds.add(seen);
    progress(
        "  %,.0f s: %.0f/s, p99 %.0f ms, heap %.0f MB, resident %.0f MB",
        seconds,
        seen.get("answers per second"),
        seen.get("p99 ms"),
        heap,
        seen.get("application resident MB"));
  }

  private void database(Map<String, Double> seen) throws SQLException {
    long held = 0;
    for (long[] pool : running.log.connections().values()) {
      held += pool[1];
    }
    seen.put("database connections", (double) held);
    seen.put("dead rows", (double) running.log.deadRows());
    Log.Counted counted = running.log.count();
    seen.put("papers waiting", (double) counted.papersWaiting());
    seen.put("mails waiting", (double) counted.mailsWaiting());
    seen.put("events", (double) counted.position());
    running.log.sizes().forEach((table, size) -> seen.put(TABLE + table, size / MEGA));
  }

  /** Megabytes that are left after everything was collected. */
  private double liveHeap() throws Exception {
    running.machine.asked("GC.run");
    return running.site.meter("jvm.memory.used", "VALUE", "area:heap") / MEGA;
  }
}
