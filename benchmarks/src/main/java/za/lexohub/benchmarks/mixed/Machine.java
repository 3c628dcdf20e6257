package za.lexohub.benchmarks.mixed;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import za.lexohub.benchmarks.Launched;
import za.lexohub.benchmarks.ProcessMemory;

/** The processes of the application and its parts, and this one: what each takes of the machine. */
final class Machine {

  private static final String HARNESS = "this load";
  private static final String APPLICATION = "application";
  private static final List<String> PARTS = List.of("redis", "opensearch", "postgres");

  private final Launched application;

  Machine(Launched application) {
    this.application = application;
  }

  /** The processor time of each process until now. */
  Map<Long, Duration> times() {
    Map<Long, Duration> times = new HashMap<>();
    for (ProcessHandle process : processes()) {
      process.info().totalCpuDuration().ifPresent(time -> times.put(process.pid(), time));
    }
    return times;
  }

  /** A row for each part: its share of a processor since then, and its memory now. */
  List<Map<String, Object>> rows(Map<Long, Duration> before, double seconds) {
    Map<String, double[]> parts = new TreeMap<>();
    for (ProcessHandle process : processes()) {
      double[] part = parts.computeIfAbsent(name(process), name -> new double[3]);
      Duration time = process.info().totalCpuDuration().orElse(Duration.ZERO);
      part[0] += time.minus(before.getOrDefault(process.pid(), Duration.ZERO)).toMillis() / 1e3;
      part[1] += ProcessMemory.shared(process);
      part[2]++;
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    double[] all = new double[3];
    parts.forEach(
        (name, part) -> {
          rows.add(row(name, part, seconds));
          if (!name.equals(HARNESS)) {
            for (int i = 0; i < all.length; i++) {
              all[i] += part[i];
            }
          }
        });
    rows.add(row("all but this load", all, seconds));
    return rows;
  }

  private static Map<String, Object> row(String name, double[] part, double seconds) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("part", name);
    row.put("processes", (long) part[2]);
    row.put("processors", part[0] / seconds);
    row.put("memory MB", part[1]);
    return row;
  }

  private List<ProcessHandle> processes() {
    List<ProcessHandle> processes = new ArrayList<>(application.processes());
    processes.add(ProcessHandle.current());
    return processes;
  }

  /** The JVM that is the application. */
  ProcessHandle jvm() {
    return application.processes().stream()
        .filter(process -> name(process).equals(APPLICATION))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the application is gone"));
  }

  private String name(ProcessHandle process) {
    if (process.pid() == ProcessHandle.current().pid()) {
      return HARNESS;
    }
    if (process.pid() == application.maven().pid()) {
      return "Maven";
    }
    if (process.parent().map(ProcessHandle::pid).orElse(0L) == application.maven().pid()) {
      return APPLICATION;
    }
    String said =
        process.info().command().orElse("") + " " + process.info().commandLine().orElse("");
    return PARTS.stream().filter(said::contains).findFirst().orElse("other parts");
  }

  /** A flight recording of the application, for {@code jfr view}. */
  void startRecording() throws IOException {
    asked("JFR.start", "name=load", "settings=profile");
  }

  /** Writes down what was recorded since {@link #startRecording}. */
  void endRecording(Path file) throws IOException {
    asked("JFR.stop", "name=load", "filename=" + file.toAbsolutePath());
    progress("The application's flight recording: %s", file.toAbsolutePath());
  }

  /** What a command of the JDK says about the application. */
  String asked(String... command) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    words.add(Long.toString(jvm().pid()));
    words.addAll(List.of(command));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", words) + " said: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return said;
  }
}
