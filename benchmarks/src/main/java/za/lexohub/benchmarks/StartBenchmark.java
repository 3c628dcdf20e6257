package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * From the README's first command in a fresh clone until the first answer, with a warm Maven cache,
 * and the memory of everything that it started, Maven included.
 */
final class StartBenchmark implements Benchmark {

  @Override
  public String help() {
    return "mvn spring-boot:run in a fresh clone until the first answer, and all its memory;"
        + " --rounds 3";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    int rounds = options.number("rounds", options.smoke() ? 1 : 3);
    options.requireNoOther();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      rows.add(once(round));
    }
    Map<String, Object> median = new LinkedHashMap<>(rows.getFirst());
    median.put("round", "median");
    for (String column : List.of("seconds", "resident MB", "processes")) {
      median.put(
          column,
          Measured.median(
              rows.stream()
                  .mapToDouble(row -> ((Number) row.get(column)).doubleValue())
                  .toArray()));
    }
    rows.add(median);
    report.table("start of a fresh clone until the first answer, warm Maven cache", rows);
    report.note(
        "Resident memory counts what processes share by its parts (PSS) where the system tells, and"
            + " fully (RSS) elsewhere. What is not committed is not in the clone.");
  }

  private static Map<String, Object> once(int round) throws Exception {
    Path work = Files.createTempDirectory("lexohub-start");
    Path clone = work.resolve("clone");
    String root = System.getProperty("lexohub.benchmarks.root", "..");
    Process git =
        new ProcessBuilder(
                "git",
                "clone",
                "-q",
                "--depth",
                "1",
                "file://" + Path.of(root).toRealPath(),
                clone.toString())
            .inheritIO()
            .start();
    if (git.waitFor() != 0) {
      throw new IOException("git could not clone " + root);
    }
    long began = System.nanoTime();
    try (Launched application = Launched.from(clone, work)) {
      application.awaitAnswer();
      double seconds = (System.nanoTime() - began) / 1e9;
      TimeUnit.SECONDS.sleep(5); // what it holds when it has come to rest
      List<ProcessHandle> processes = application.processes();
      double megabytes = processes.stream().mapToDouble(ProcessMemory::shared).sum();
      progress(
          "round %d: %.1f s, %.0f MB in %d processes", round, seconds, megabytes, processes.size());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("round", round);
      row.put("seconds", seconds);
      row.put("resident MB", megabytes);
      row.put("processes", processes.size());
      return row;
    }
  }
}
