package za.lexohub.benchmarks;

import za.lexohub.benchmarks.mixed.MixedRun;
import za.lexohub.benchmarks.mixed.Scenario;

/** A day's use of everything by many practices, beside the table that LexoHub was planned by. */
final class MixedBenchmark implements Benchmark {

  @Override
  public String help() {
    return "a day's use by hundreds of practices at a rate of its own, beside the plan's table;"
        + " --rate 1000 --seconds 60 --warm-up 30 --read-share 90 (%) --practices 200 --lives 5"
        + " (each) --heap 2g --record FILE (the application's flight recording); --step 100: higher"
        + " and higher rates, --seconds 15 each, until p99 > 200 ms or errors";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    int step = options.number("step", 0);
    Scenario scenario = scenario(options, 1000, step > 0 ? 15 : 60);
    String recording = options.text("record", "");
    options.requireNoOther();
    try (MixedRun run = MixedRun.start(scenario)) {
      if (step > 0) {
        run.ramp(step, report);
      } else {
        run.measure(report, recording);
      }
    }
  }

  /** What the options say, or for a sign of life little of everything. */
  static Scenario scenario(Options options, int rate, int seconds) {
    boolean smoke = options.smoke();
    try {
      return new Scenario(
          options.number("practices", smoke ? 3 : 200),
          options.number("lives", 5),
          options.number("rate", smoke ? 40 : rate),
          options.number("seconds", smoke ? 4 : seconds),
          options.number("warm-up", smoke ? 2 : 30),
          options.number("read-share", 90),
          options.text("heap", "2g"));
    } catch (IllegalArgumentException e) {
      throw new Options.Wrong(e.getMessage());
    }
  }
}
