package za.lexohub.benchmarks;

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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The application as the README starts it, on free ports and a data folder of its own, in a process
 * that Maven starts. Closing it leaves nothing behind.
 *
 * <p>Maven starts it for a developer, who wants it soon: without the second compiler. Who measures
 * what a node bears adds {@link #AS_IN_PRODUCTION}.
 */
public final class Launched implements AutoCloseable {

  /** With all of the JVM's compilers, as the image has them; its parts too. */
  public static final String AS_IN_PRODUCTION = "-Dspring-boot.run.optimizedLaunch=false";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long STOP_PATIENCE_SECONDS = 60;
  private static final List<String> PARTS =
      List.of(
          "postgres",
          "redis",
          "opensearch",
          "s3",
          "sqs",
          "smtp",
          "imap",
          "eventbridge",
          "dynamodb");

  private final Path work;
  private final Path data;
  private final Path log;
  private final int port;
  private final Process maven;
  private final Thread hook;

  private Launched(Path work, Path sources, String... options) throws IOException {
    this.work = work;
    data = work.resolve("data");
    log = work.resolve("log");
    port = freePort();
    List<String> command = new ArrayList<>();
    command.addAll(List.of("mvn", "-B", "spring-boot:run", "-Dlexohub.data=" + data));
    command.addAll(List.of(options));
    PARTS.forEach(part -> command.add("-Dlexohub.ports." + part + "=0"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(sources.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    // One user asks for all.
    builder.environment().put("LEXOHUB_RATELIMITS_USER", "1000000");
    builder.environment().put("LEXOHUB_RATELIMITS_TENANT", "1000000");
    builder.environment().put("LEXOHUB_SESSIONS_MOST", "10000");
    if (!command.contains(AS_IN_PRODUCTION)) {
      builder.environment().remove("LEXOHUB_PARTS_COMPILERS");
    }
    maven = builder.start();
    hook = new Thread(this::stop);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Begins to start it.
   *
   * @param sources the root of a checkout
   * @param work a folder of its own; taken away in the end
   * @param options more words for Maven
   */
  public static Launched from(Path sources, Path work, String... options) throws IOException {
    return new Launched(work, sources, options);
  }

  public URI base() {
    return URI.create("http://localhost:" + port);
  }

  /** Until it is ready, or the last words of one that does not become so. */
  public void awaitAnswer() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve("/actuator/health/readiness"))
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

  /** What it keeps. */
  public Path data() {
    return data;
  }

  /** The key that the local issuer signs with, as a JSON Web Key. */
  public String signingKey() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path key =
          files
              .filter(file -> file.endsWith("local-issuer.jwk"))
              .findFirst()
              .orElseThrow(() -> new IOException("no signing key below " + data));
      return Files.readString(key);
    }
  }

  /** Maven's own process. */
  public ProcessHandle maven() {
    return maven.toHandle();
  }

  /** Maven and what it started, and what names the data folder and what that started. */
  public List<ProcessHandle> processes() {
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

  /** As Ctrl-C does: Maven and the application are told, and the application stops its parts. */
  private void stop() {
    maven.children().forEach(ProcessHandle::destroy);
    maven.destroy();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_PATIENCE_SECONDS);
    while (!processes().isEmpty() && System.nanoTime() < deadline) {
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyRunning) {
      return;
    }
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
