package za.lexohub.benchmarks;

import java.time.Duration;
import za.lexohub.benchmarks.mixed.MixedRun;
import za.lexohub.benchmarks.mixed.Scenario;

/** The mixed load for long, below what the machine can bear, and what grows meanwhile. */
final class SoakBenchmark implements Benchmark {

  private static final double SHARE = 0.7;
  private static final int STEP = 50;

  @Override
  public String help() {
    return "the mixed load at 70 % of --rate (found when it is not given) for --minutes 10, and"
        + " what grows meanwhile; --practices 200 --lives 5 --read-share 90 --warm-up 30 --heap 2g";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    boolean found = !smoke && options.number("rate", 0) == 0;
    Scenario scenario = MixedBenchmark.scenario(options, 2 * STEP, 10);
    int minutes = options.number("minutes", smoke ? 0 : 10);
    options.requireNoOther();
    try (MixedRun run = MixedRun.start(scenario)) {
      int bearable = found ? Math.max(scenario.rate(), run.ramp(STEP, report)) : scenario.rate();
      run.soak(
          (int) (SHARE * bearable),
          smoke ? Duration.ofSeconds(25) : Duration.ofMinutes(minutes),
          report);
    }
  }
}
