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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import za.lexohub.LexoHub;

/**
 * The application as a process of its own, in all roles or in one, which may be killed. What it
 * says is kept in {@code target/applications}.
 */
final class Application implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(150);

  /** What ECS grants between asking a task to end and ending it. */
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

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
  private final Map<String, String> environment;
  private final String memory;
  private final Path log;
  private final List<Instant> kills = new ArrayList<>();
  private @Nullable Process process;

  Application(String name, URI base, Map<String, Object> properties) {
    this(name, base, properties, Map.of(), "512m");
  }

  Application(
      String name,
      URI base,
      Map<String, Object> properties,
      Map<String, String> environment,
      String memory) {
    this.base = base;
    this.properties = properties;
    this.environment = environment;
    this.memory = memory;
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
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx" + memory));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LexoHub.class.getName()));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      Files.createDirectories(LOGS);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RUNNING.add(process);
    await()
        .atMost(STARTS_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .failFast("it ended, see " + log, () -> !process.isAlive())
        .until(this::isReady);
    return this;
  }

  /** It says that it takes requests. */
  boolean isReady() {
    try {
      return Caller.with(null, base).get("/actuator/health/readiness").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
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

  /** As ECS ends a task: SIGTERM, and nothing else as long as it keeps to its time. */
  Duration end() {
    Process ending = process;
    if (ending == null) {
      return Duration.ZERO;
    }
    Instant asked = Instant.now();
    try {
      ending.destroy();
      if (!ending.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        ending.destroyForcibly();
        throw new AssertionError("it did not end within " + ENDS_WITHIN + ", see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      RUNNING.remove(ending);
      process = null;
    }
    return Duration.between(asked, Instant.now());
  }

  URI base() {
    return base;
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
