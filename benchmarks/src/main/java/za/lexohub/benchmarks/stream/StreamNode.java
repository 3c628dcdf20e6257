package za.lexohub.benchmarks.stream;

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

/** The application with all its parts, as the README starts it, on free ports. */
public final class StreamNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long STOP_PATIENCE_SECONDS = 60;
  private static final List<String> PARTS =
      List.of("postgres", "redis", "opensearch", "s3", "sqs", "smtp", "imap", "eventbridge");

  private final Path work = Files.createTempDirectory("lexohub-stream");
  private final Path data = work.resolve("data");
  private final Path log = work.resolve("log");
  private final int port = freePort();
  private final Process maven;
  private final Thread hook = new Thread(this::stop);

  /**
   * @param heap of the application, as {@code -Xmx} takes it
   */
  public StreamNode(String heap) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "mvn",
            "-B",
            "spring-boot:run",
            "-Dlexohub.data=" + data,
            "-Dspring-boot.run.jvmArguments=-Xmx" + heap));
    PARTS.forEach(part -> command.add("-Dlexohub.ports." + part + "=0"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of(System.getProperty("lexohub.benchmarks.root", "..")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    maven = builder.start();
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      awaitAnswer();
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  /** The issuer's name and the base of every address. */
  public URI base() {
    return URI.create("http://localhost:" + port);
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

  /** Resident memory of the application alone, without its parts and Maven. */
  public double residentMegabytes() throws IOException {
    long pid =
        maven
            .descendants()
            .filter(p -> p.info().commandLine().orElse("").contains("za.lexohub.LexoHub"))
            .filter(p -> p.children().findAny().isPresent())
            .findFirst()
            .orElseThrow(() -> new IOException("the application is gone"))
            .pid();
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    return Double.parseDouble(new String(ps.getInputStream().readAllBytes()).strip()) / 1024;
  }

  private void awaitAnswer() throws Exception {
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
          throw new IllegalStateException("it did not answer:\n" + lastWords());
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Maven and what it started, and what names the data folder and what that started. */
  private List<ProcessHandle> all() {
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
    while (!all().isEmpty() && System.nanoTime() < deadline) {
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    all().forEach(ProcessHandle::destroyForcibly);
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
