package za.lexohub.benchmarks;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * From the README's first command in a fresh clone until the first answer, with a warm Maven cache,
 * and the memory of everything that it started, Maven included.
 */
final class StartBenchmark implements Benchmark {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long STOP_PATIENCE_SECONDS = 60;
  private static final List<String> PARTS =
      List.of("postgres", "redis", "opensearch", "s3", "sqs", "smtp", "imap", "eventbridge");

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
    Path data = work.resolve("data");
    Path log = work.resolve("log");
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
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.addAll(List.of("mvn", "-B", "spring-boot:run", "-Dlexohub.data=" + data));
    PARTS.forEach(part -> command.add("-Dlexohub.ports." + part + "=0"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(clone.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    long began = System.nanoTime();
    Process maven = builder.start();
    Thread hook = new Thread(() -> stop(maven, data));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      awaitAnswer(port, maven, log);
      double seconds = (System.nanoTime() - began) / 1e9;
      TimeUnit.SECONDS.sleep(5); // what it holds when it has come to rest
      List<ProcessHandle> processes = of(maven, data);
      double megabytes = processes.stream().mapToDouble(StartBenchmark::megabytes).sum();
      progress(
          "round %d: %.1f s, %.0f MB in %d processes", round, seconds, megabytes, processes.size());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("round", round);
      row.put("seconds", seconds);
      row.put("resident MB", megabytes);
      row.put("processes", processes.size());
      return row;
    } finally {
      stop(maven, data);
      Runtime.getRuntime().removeShutdownHook(hook);
      try (Stream<Path> files = Files.walk(work)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void awaitAnswer(int port, Process maven, Path log) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notYet) {
          // Nobody listens yet.
        }
        if (!maven.isAlive() || System.nanoTime() > deadline) {
          List<String> lines = Files.readAllLines(log);
          throw new IllegalStateException(
              "it did not answer:\n"
                  + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  /** Maven and what it started, and what names the data folder and what that started. */
  private static List<ProcessHandle> of(Process maven, Path data) {
    return ProcessHandle.allProcesses()
        .filter(
            process -> {
              for (ProcessHandle p = process; p != null; p = p.parent().orElse(null)) {
                if (p.pid() == maven.pid()
                    || p.info().commandLine().orElse("").contains(data.toString())) {
                  return true;
                }
              }
              return false;
            })
        .toList();
  }

  private static double megabytes(ProcessHandle process) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
      return lines
              .filter(line -> line.startsWith("Pss:"))
              .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
              .sum()
          / 1024;
    } catch (IOException | RuntimeException notLinux) {
      return resident(process);
    }
  }

  private static double resident(ProcessHandle process) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      String said = new String(ps.getInputStream().readAllBytes()).strip();
      return said.isEmpty() ? 0 : Double.parseDouble(said) / 1024;
    } catch (IOException gone) {
      return 0;
    }
  }

  /** As Ctrl-C does: Maven and the application are told, and the application stops its parts. */
  private static void stop(Process maven, Path data) {
    maven.children().forEach(ProcessHandle::destroy);
    maven.destroy();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_PATIENCE_SECONDS);
    while (!of(maven, data).isEmpty() && System.nanoTime() < deadline) {
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    of(maven, data).forEach(ProcessHandle::destroyForcibly);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
