package za.lexohub.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.projection.ModelReplay;
import za.lexohub.benchmarks.restore.Outcome;
import za.lexohub.benchmarks.restore.RestoreRun;

/**
 * How long it takes until a log that was lost can be worked on again, and what is lost for good.
 */
final class RestoreBenchmark implements Benchmark {

  private static final double GIB = 1L << 30;
  private static final int HOUR_SECONDS = 3600;

  /** As in production. */
  private static final int SEAL_EVERY_MILLIS = 4_000;

  private static final List<String> USUAL_MODELS = List.of("matters", "pro-formas", "invoices");

  @Override
  public String help() {
    return "base backup and archived WAL to a new place, verified against the last checkpoint"
        + " outside; --events 1000000 --per-second 200 --after 2000 --archive-timeout 60 --models "
        + "matters,pro-formas,invoices (of "
        + String.join(",", ModelReplay.models())
        + ", or none); needs about four times the log's size on the disk";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    boolean smoke = options.smoke();
    int events = options.number("events", smoke ? 5_000 : 1_000_000);
    int perSecond = options.number("per-second", 200);
    int after = options.number("after", smoke ? 100 : 2_000);
    int archiveTimeout = options.number("archive-timeout", smoke ? 2 : 60);
    List<String> models = models(options);
    RestoreRun.Settings settings =
        new RestoreRun.Settings(
            events,
            perSecond,
            after,
            Duration.ofSeconds(archiveTimeout),
            // Half-way between two segments: neither the best moment nor the worst.
            Duration.ofSeconds(archiveTimeout).multipliedBy(3).dividedBy(2),
            Duration.ofMillis(smoke ? 500 : SEAL_EVERY_MILLIS),
            models);
    options.requireNoOther();
    Outcome outcome = RestoreRun.run(settings, line -> Report.progress("%s", line));
    report.table(
        "restores of a log of %,d events; read models: %s"
            .formatted(events, String.join(", ", models)),
        outcome.restored().stream().map(RestoreBenchmark::row).toList());
    Map<String, Object> backup = new LinkedHashMap<>();
    backup.put("base backup GiB", outcome.backupBytes() / GIB);
    backup.put("base backup s", outcome.backupSeconds());
    backup.put("appended meanwhile", outcome.written());
    backup.put("archived WAL GiB", outcome.segmentBytes() / GIB);
    backup.put("archive timeout s", archiveTimeout);
    backup.put("RPO events", outcome.lostEvents());
    backup.put("RPO s", outcome.lostSeconds());
    report.table("backup, and what a kill -9 with the folder lost has cost", List.of(backup));
    double total = outcome.restored().getFirst().totalSeconds();
    report.note(
        "The seed wants a restore within an hour: %,.0f s, %s. RPO counts what was acknowledged and"
                .formatted(total, total < HOUR_SECONDS ? "reached" : "NOT reached")
            + " was not in the archive, at %d events a second; at most the archive timeout and what"
                .formatted(perSecond)
            + " an archive_command takes.");
  }

  private static List<String> models(Options options) {
    return switch (options.text("models", "")) {
      case "" -> USUAL_MODELS;
      case "none" -> List.of();
      default -> options.words("models", ModelReplay.models());
    };
  }

  private static Map<String, Object> row(Outcome.Restored restored) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("restored to", restored.to());
    row.put("events", restored.head());
    row.put("checkpoint outside", restored.sealed());
    row.put("missing", restored.missing());
    row.put("copy s", restored.copySeconds());
    row.put("recovery s", restored.recoverSeconds());
    row.put("verify s", restored.verifySeconds());
    row.put("read models s", restored.rebuildSeconds());
    row.put("total s", restored.totalSeconds());
    row.put("verifier", restored.verdict());
    return row;
  }
}
