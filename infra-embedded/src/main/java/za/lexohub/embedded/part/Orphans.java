package za.lexohub.embedded.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Ends what a killed LexoHub left running in its data folder.
 *
 * <p>A process id alone proves nothing, because systems hand the same one out again. A process is
 * ended only when its program and the instant it started are those that were written down.
 */
final class Orphans {

  /**
   * Systems derive the start from their boot time, which moves a little whenever the clock is set.
   */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  private static final long PATIENCE_SECONDS = 20;
  private static final String SUFFIX = ".pid";

  private Orphans() {}

  /**
   * Writes down a child, so that the next start can find it if this process cannot stop it any
   * more.
   */
  static Path remember(Path run, String name, Process child, Path program) throws IOException {
    Path file = run.resolve(name + SUFFIX);
    Instant started = child.info().startInstant().orElse(Instant.now());
    Files.writeString(file, "%d%n%d%n%s%n".formatted(child.pid(), started.toEpochMilli(), program));
    return file;
  }

  /**
   * Ends what still runs and was started from this folder. Only its owner, who holds the lock, may
   * call this.
   *
   * @param run holds the files written by {@link #remember}
   * @param postgres the data folder of PostgreSQL, which keeps a file of its own
   */
  static void reap(Path run, Path postgres) throws IOException {
    if (Files.isDirectory(run)) {
      List<Path> files;
      try (Stream<Path> list = Files.list(run)) {
        files = list.filter(file -> file.toString().endsWith(SUFFIX)).toList();
      }
      for (Path file : files) {
        remembered(Files.readAllLines(file), 1).ifPresent(Orphans::end);
        Files.deleteIfExists(file);
      }
    }
    Path postmaster = postgres.resolve("postmaster.pid");
    if (Files.exists(postmaster)) {
      // Its lines: process, data folder, start in seconds, and more.
      List<String> lines = Files.readAllLines(postmaster);
      if (lines.size() > 2) {
        remembered(List.of(lines.get(0), lines.get(2), "postgres"), 1_000)
            .ifPresent(Orphans::endPostmaster);
      }
    }
  }

  private static Optional<ProcessHandle> remembered(List<String> lines, long millisPerUnit) {
    if (lines.size() < 3) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(lines.get(0).strip());
      Instant started = Instant.ofEpochMilli(Long.parseLong(lines.get(1).strip()) * millisPerUnit);
      return ProcessHandle.of(pid)
          .filter(process -> isTheSame(process, started, Path.of(lines.get(2).strip())));
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  private static boolean isTheSame(ProcessHandle process, Instant started, Path program) {
    ProcessHandle.Info info = process.info();
    return info.startInstant()
            .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
            .orElse(false)
        && info.command().map(command -> isTheSame(Path.of(command), program)).orElse(false);
  }

  private static boolean isTheSame(Path command, Path program) {
    return program.isAbsolute() ? command.equals(program) : program.equals(command.getFileName());
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (!isGone(process)) {
      process.destroyForcibly();
      isGone(process);
    }
  }

  /**
   * Asked the ordinary way, PostgreSQL waits for its clients; told to be fast, it rolls them back
   * and ends.
   */
  private static void endPostmaster(ProcessHandle postmaster) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor();
      if (isGone(postmaster)) {
        return;
      }
    } catch (IOException noSuchCommand) {
      // Windows: what follows has to do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(postmaster);
  }

  private static boolean isGone(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
