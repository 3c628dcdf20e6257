package za.lexohub.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import za.lexohub.LexoHub;

/**
 * The whole application as a process of its own, every role in it, which may be killed. What it
 * says is kept in {@code target/applications}.
 */
final class Application implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
  private static final Path LOGS = Path.of("target", "applications");
  private static final Pattern COMPLAINT = Pattern.compile("^\\S+\\s+(WARN|ERROR) .*");
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    // A part whose client is killed complains on its own thread; that is nobody's failure.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final URI base;
  private final Map<String, Object> properties;
  private final Path log;
  private final List<Instant> kills = new ArrayList<>();
  private @Nullable Process process;

  Application(String name, URI base, Map<String, Object> properties) {
    this.base = base;
    this.properties = properties;
    this.log = LOGS.resolve(name + ".log");
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it is ready. After a kill it is where it was before. */
  Application start() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    // It lives for seconds: time to start counts, not peak speed.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LexoHub.class.getName()));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      Files.createDirectories(LOGS);
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RUNNING.add(process);
    Caller anybody = Caller.with(null, base);
    await()
        .atMost(STARTS_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .failFast("it ended, see " + log, () -> !process.isAlive())
        .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
        .until(() -> anybody.get("/actuator/health/readiness").status() == 200);
    return this;
  }

  /** As {@code kill -9}: nothing in it gets to run any more. */
  void kill() {
    Process killed = process;
    if (killed == null) {
      return;
    }
    try {
      kills.add(Instant.now());
      killed.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      RUNNING.remove(killed);
      process = null;
    }
  }

  List<Instant> kills() {
    return List.copyOf(kills);
  }

  /** Its warnings and errors, oldest first. */
  List<String> complaints() {
    return lines(COMPLAINT.asMatchPredicate());
  }

  /** How many segments of processors it has taken so far. */
  int claims() {
    return lines(line -> line.contains("claimed the token for segment")).size();
  }

  private List<String> lines(Predicate<String> wanted) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(wanted).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
