package za.lexohub.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts that run from a JVM of their own, which a test may kill. */
final class ForkedParts {

  private static final String READY = "READY";

  private final Process process;
  private final Map<String, String> properties;

  private ForkedParts(Process process, Map<String, String> properties) {
    this.process = process;
    this.properties = properties;
  }

  /** What the other JVM runs. Takes the data folder. */
  public static void main(String[] arguments) throws InterruptedException {
    PartsSettings settings = PartsSettings.onFreePorts(Path.of(arguments[0])).withFresh(false);
    EmbeddedParts parts = EmbeddedParts.start(settings, line -> {});
    parts.properties().forEach((name, value) -> System.out.println(name + "=" + value));
    System.out.println(READY);
    Thread.sleep(Duration.ofMinutes(10));
  }

  static ForkedParts start(Path data) throws IOException {
    Process process =
        java(List.of(), List.of(ForkedParts.class.getName(), data.toString()), List.of());
    Map<String, String> properties = new HashMap<>();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
      if (line == null) {
        throw new AssertionError("The parts did not start in their own JVM");
      }
      int equals = line.indexOf('=');
      if (equals > 0) {
        properties.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new ForkedParts(process, properties);
  }

  /** A JVM with this class path, whose errors go where its output goes. */
  static Process java(List<String> before, List<String> mainAndArguments, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(mainAndArguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  Map<String, String> properties() {
    return properties;
  }

  long pid() {
    return process.pid();
  }

  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** As {@code kill -9}: nothing in the JVM gets to run any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
