package za.lexohub.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.crash.NumberingRun;

/** Not how fast, but whether: every series is without a gap and without a number twice. */
final class NumberingBenchmark implements Benchmark {

  @Override
  public String help() {
    return "documents of every series issued at once on two nodes, with refusals, discards and"
        + " kill -9; --issues 1000 --kills 3 --postgres-kills 1 --tenants 10 --seed N";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    NumberingRun.Settings settings =
        new NumberingRun.Settings(
            options.number("issues", smoke ? 100 : 1000),
            options.number("kills", smoke ? 1 : 3),
            options.number("postgres-kills", smoke ? 0 : 1),
            options.number("tenants", smoke ? 1 : 10),
            options.number("seed", (int) (System.nanoTime() % 1_000_000)));
    options.requireNoOther();
    NumberingRun.Outcome outcome = NumberingRun.run(settings, line -> Report.progress("%s", line));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("numbers given", outcome.numbers());
    row.put("series", outcome.series());
    row.put("void", outcome.voided());
    row.put("refused", outcome.refused());
    row.put("sent again", outcome.sentAgain());
    row.put("kills", outcome.kills());
    row.put("gaps, repeats and strays", 0);
    report.table(
        "numbering, %,d issues at once, --seed %d: what was promised held"
            .formatted(settings.issues(), settings.seed()),
        List.of(row));
  }
}
