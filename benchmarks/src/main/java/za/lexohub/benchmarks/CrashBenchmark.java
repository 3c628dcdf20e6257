package za.lexohub.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.crash.CrashRun;
import za.lexohub.benchmarks.crash.Outcome;

/** Not how fast, but whether: nothing acknowledged may be lost, nothing may be there twice. */
final class CrashBenchmark implements Benchmark {

  @Override
  public String help() {
    return "kill -9 of application and PostgreSQL under load, full disk, lost replies; --rounds 5"
        + " --postgres-rounds 2 --full-disk-rounds 0 --lost-replies 50 --writers 64 --seed N";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    CrashRun.Settings settings =
        new CrashRun.Settings(
            options.number("rounds", smoke ? 1 : 5),
            options.number("postgres-rounds", smoke ? 1 : 2),
            options.number("full-disk-rounds", 0),
            options.number("lost-replies", smoke ? 5 : 50),
            options.number("writers", 64),
            options.number("seed", (int) (System.nanoTime() % 1_000_000)));
    options.requireNoOther();
    Outcome outcome = CrashRun.run(settings, line -> Report.progress("%s", line));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("application kills", outcome.applicationKills());
    row.put("PostgreSQL kills", outcome.postgresKills());
    row.put("full disks", outcome.fullDisks());
    row.put("replies lost after COMMIT", outcome.lostReplies());
    row.put("requests acknowledged", outcome.acknowledged());
    row.put("sent again", outcome.sentAgain());
    row.put("events", outcome.events());
    row.put("longest s without an answer, application", outcome.applicationAway());
    row.put("longest s without an answer, PostgreSQL", outcome.postgresAway());
    row.put("violations", 0);
    report.table(
        "crash, %d writers, --seed %d: what was promised held"
            .formatted(settings.writers(), settings.seed()),
        List.of(row));
  }
}
