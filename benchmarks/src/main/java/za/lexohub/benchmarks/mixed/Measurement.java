package za.lexohub.benchmarks.mixed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.arrivals.Arrivals;
import za.lexohub.benchmarks.arrivals.Outcomes;

/** One load at one rate, and everything that was seen while it lasted. */
final class Measurement {

  private static final List<String> CACHES = List.of("counts", "matter");
  private static final Duration DRAINING = Duration.ofMinutes(1);

  /** What is less than this is under way and no queue whose speed could be told. */
  private static final int QUEUE = 20;

  final Outcomes outcomes;
  final Arrivals.Past past;
  final List<Map<String, Object>> machine;
  final List<Map<String, Object>> connections;
  final List<Map<String, Object>> pools;
  final long connectionsInUse;
  final long connectionsHeld;
  final Log.Counted done;

  /** Papers and mails that waited when the load was over. */
  final long papersLeft;

  final long mailsLeft;

  /**
   * Papers and mails a second, each while what was left of them was worked off; not a number for
   * nothing left.
   */
  final double papersDrained;

  final double mailsDrained;
  final List<Map<String, Object>> caches = new ArrayList<>();
  final double hitShare;

  private Measurement(Running running, Day day, int rate, int seconds) throws Exception {
    double[] cached = cached(running.site);
    Pools counted = new Pools(running.site);
    Log.Counted before = running.log.count();
    Map<Long, Duration> times = running.machine.times();
    outcomes = day.begin();
    try (Vitals vitals = new Vitals(running.log)) {
      past = Arrivals.run(rate, Duration.ofSeconds(seconds), day);
      connectionsInUse = vitals.mostInUse();
      connectionsHeld = vitals.mostHeld();
      connections = vitals.rows();
    }
    pools = counted.rows();
    machine = running.machine.rows(times, past.seconds());
    Log.Counted after = running.log.count();
    done = after.since(before);
    papersLeft = after.papersWaiting();
    mailsLeft = after.mailsWaiting();
    hitShare = caches(running.site, cached);
    Draining draining =
        Draining.of(
            running.log,
            after,
            now -> now.papersWaiting() == 0 && now.mailsWaiting() == 0,
            DRAINING);
    papersDrained = papersLeft < QUEUE ? Double.NaN : draining.papersPerSecond();
    mailsDrained = mailsLeft < QUEUE ? Double.NaN : draining.mailsPerSecond();
  }

  static Measurement of(Running running, Day day, int rate, int seconds) throws Exception {
    return new Measurement(running, day, rate, seconds);
  }

  private static double[] cached(Site site) {
    double[] cached = new double[2 * CACHES.size()];
    for (int i = 0; i < CACHES.size(); i++) {
      String cache = "cache:" + CACHES.get(i);
      cached[2 * i] = site.meter("lexohub.cache.requests", "COUNT", cache, "outcome:hit");
      cached[2 * i + 1] = site.meter("lexohub.cache.requests", "COUNT", cache);
    }
    return cached;
  }

  /** Fills the table of caches; the share of all questions that were answered. */
  private double caches(Site site, double[] before) {
    double[] after = cached(site);
    double hits = 0;
    double asked = 0;
    for (int i = 0; i < CACHES.size(); i++) {
      double hit = after[2 * i] - before[2 * i];
      double all = after[2 * i + 1] - before[2 * i + 1];
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("cache", CACHES.get(i));
      row.put("asked", (long) all);
      row.put("hits %", all == 0 ? Double.NaN : 100 * hit / all);
      caches.add(row);
      hits += hit;
      asked += all;
    }
    return asked == 0 ? Double.NaN : hits / asked;
  }

  double perSecond() {
    return outcomes.answers() / past.seconds();
  }

  /** Of all that were due, those that failed and those that could not even be sent. */
  double errorShare() {
    return (outcomes.failures() + past.unsent())
        / (double) Math.max(1, outcomes.answers() + past.unsent());
  }
}
