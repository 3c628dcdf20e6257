package za.lexohub.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds in memory, in megabytes. */
public final class ProcessMemory {

  private ProcessMemory() {}

  /**
   * What processes share is counted by its parts (PSS) where the system tells, and fully (RSS)
   * elsewhere; 0 once it is gone.
   */
  public static double shared(ProcessHandle process) {
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

  /** Resident memory (RSS); 0 once it is gone. */
  public static double resident(ProcessHandle process) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      String said =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return said.isEmpty() ? 0 : Double.parseDouble(said) / 1024;
    } catch (IOException gone) {
      return 0;
    }
  }
}
