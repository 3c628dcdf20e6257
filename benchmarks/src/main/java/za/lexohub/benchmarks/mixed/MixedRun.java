package za.lexohub.benchmarks.mixed;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.Report;
import za.lexohub.benchmarks.arrivals.Arrivals;

/** A day's use at a given rate, or at higher and higher rates until it is too much. */
public final class MixedRun implements AutoCloseable {

  private static final long SEED = 20_261_123;
  private static final int MOST_STEPS = 100;
  private static final int AFTER_THE_END = 2;

  private final Running running;
  private final Scenario scenario;
  private final Day day;

  private MixedRun(Running running, Scenario scenario) throws Exception {
    this.running = running;
    this.scenario = scenario;
    List<Book> books = running.books(scenario.practices(), scenario.lives());
    day = new Day(running.site, books, running.stock, scenario.readPercent() / 100.0, SEED);
    progress("Warming up for %d s", scenario.warmUp());
    int half = scenario.warmUp() / AFTER_THE_END;
    Arrivals.run(quarter(4), Duration.ofSeconds(half), day);
    Arrivals.run(quarter(2), Duration.ofSeconds(scenario.warmUp() - half), day);
  }

  /** Starts everything, fills it and warms it up. */
  public static MixedRun start(Scenario scenario) throws Exception {
    Running running = Running.start(scenario.heap());
    try {
      return new MixedRun(running, scenario);
    } catch (Exception | Error e) {
      running.close();
      throw e;
    }
  }

  private int quarter(int parts) {
    return Math.max(1, scenario.rate() / parts);
  }

  /**
   * One rate.
   *
   * @param recording where the application's flight recording goes; blank for none
   */
  public void measure(Report report, String recording) throws Exception {
    progress("%,d requests a second for %d s", scenario.rate(), scenario.seconds());
    if (!recording.isBlank()) {
      running.machine.startRecording();
    }
    Measurement measured = Measurement.of(running, day, scenario.rate(), scenario.seconds());
    if (!recording.isBlank()) {
      running.machine.endRecording(Path.of(recording));
    }
    tell(measured, report);
  }

  private void tell(Measurement measured, Report report) throws Exception {
    report.table(
        "The plan's table at %,d requests a second, %d %% reads, %,d practices, %d s"
            .formatted(
                scenario.rate(), scenario.readPercent(), scenario.practices(), scenario.seconds()),
        PlanTable.rows(measured, running.log.mostConnections()));
    List<Map<String, Object>> kinds = new ArrayList<>();
    kinds.add(together("all", measured, kind -> true));
    kinds.add(together("reads", measured, Day::reads));
    kinds.add(together("writes", measured, kind -> !Day.reads(kind)));
    kinds.addAll(measured.outcomes.rows(measured.past.seconds()));
    report.table("by kind of request, from when it was due", kinds);
    List<Map<String, Object>> oddities = new ArrayList<>(measured.outcomes.oddities());
    if (measured.past.unsent() > 0) {
      Map<String, Object> unsent = new LinkedHashMap<>();
      unsent.put("kind", "any");
      unsent.put("answer", "due, but too many were still waiting for their answers");
      unsent.put("taken as", "failed");
      unsent.put("times", measured.past.unsent());
      oddities.add(unsent);
    }
    if (!oddities.isEmpty()) {
      report.table("answers other than those asked for", oddities);
    }
    report.table("connections to the database", measured.connections);
    report.table("pools of them, as the application counts", measured.pools);
    report.table("caches in Redis", measured.caches);
    report.table("processors and memory", measured.machine);
    report.note(
        "Open loop: a request's time begins when it was due, whatever became of those before it;"
            + " at most %,d were under way at once. The load and all parts share the machine."
                .formatted(measured.past.mostAtOnce()));
  }

  private static Map<String, Object> together(
      String name, Measurement measured, java.util.function.Predicate<String> some) {
    Map<String, Object> row = new LinkedHashMap<>();
    long answers = measured.outcomes.answers(some);
    row.put("kind", name);
    row.put("requests", answers);
    row.put("per second", answers / measured.past.seconds());
    row.put("p50 ms", measured.outcomes.percentile(50, some));
    row.put("p99 ms", measured.outcomes.percentile(99, some));
    row.put("max ms", measured.outcomes.percentile(100, some));
    return row;
  }

  /**
   * Higher and higher rates, from the scenario's on, until one is too much.
   *
   * @param step by which the rate grows
   * @return the last rate at which p99 and errors were within the targets; 0 when none was
   */
  public int ramp(int step, Report report) throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    int good = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      int rate = scenario.rate() + i * step;
      Measurement measured = Measurement.of(running, day, rate, scenario.seconds());
      boolean kept = PlanTable.isGood(measured);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("rate", rate);
      row.put("answered per second", measured.perSecond());
      row.put("p50 ms", measured.outcomes.percentile(50));
      row.put("p99 ms", measured.outcomes.percentile(99));
      row.put("failed %", 100 * measured.errorShare());
      row.put("connections in use", measured.connectionsInUse);
      row.put("kept up", kept ? "yes" : "no");
      rows.add(row);
      progress(
          "  %,d a second: p99 %.0f ms, %.2f %% failed",
          rate, measured.outcomes.percentile(99), 100 * measured.errorShare());
      if (!kept) {
        break;
      }
      good = rate;
    }
    report.table(
        "until p99 passes %.0f ms or %.1f %% fail; %d s each"
            .formatted(PlanTable.MOST_P99_MILLIS, 100 * PlanTable.MOST_FAILED, scenario.seconds()),
        rows);
    report.note(
        good == 0
            ? "It did not keep up with the first rate."
            : "The last rate that it kept up with: %,d requests a second.".formatted(good));
    return good;
  }

  /** Goes on for long at one rate and looks for what grows. */
  public void soak(int rate, Duration duration, Report report) throws Exception {
    new Soak(running, day).run(rate, duration, report);
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
