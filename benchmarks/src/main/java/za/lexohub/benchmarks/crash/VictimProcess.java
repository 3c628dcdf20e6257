package za.lexohub.benchmarks.crash;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running application that may be killed, seen from outside. */
final class VictimProcess {

  private static final Path LOG = Path.of("target", "crash-application.log");
  private static final long STOP_PATIENCE_SECONDS = 30;

  private final Process process;
  private final Writer requests;
  private final Thread reader;

  private VictimProcess(Process process, BufferedReader answers, Consumer<String> told) {
    this.process = process;
    this.requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.reader = Thread.ofPlatform().name("answers").start(() -> read(answers, told));
  }

  /**
   * Returns when it takes requests.
   *
   * @param application answers lines with lines, the first of them {@code ready}, and ends with its
   *     input
   * @param told is given every whole line that it says, also those it said just before it was
   *     killed
   */
  static VictimProcess start(
      Class<?> application, Map<String, String> properties, Consumer<String> told)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    // It lives for seconds: time to start counts, not peak speed.
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m"));
    command.addAll(List.of("-Daxoniq.update-checker.disabled=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), application.getName()));
    properties.forEach((name, value) -> command.add(name + "=" + value));
    Process process =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(LOG.toFile())).start();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"ready".equals(answers.readLine())) {
      process.destroyForcibly();
      throw new IOException("the application did not start, see " + LOG.toAbsolutePath());
    }
    return new VictimProcess(process, answers, told);
  }

  private static void read(BufferedReader answers, Consumer<String> told) {
    try {
      // A line without its end may be cut short; readLine cannot tell, so it is read by hand.
      StringBuilder line = new StringBuilder();
      for (int c = answers.read(); c >= 0; c = answers.read()) {
        if (c == '\n') {
          told.accept(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
    } catch (IOException killed) {
      // Nothing more will come.
    }
  }

  /** Does nothing when it is dead: whoever is not answered asks its successor. */
  synchronized void ask(String line) {
    try {
      requests.write(line);
      requests.write('\n');
      requests.flush();
    } catch (IOException dead) {
      // The successor is asked.
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}: nothing in it gets to run any more. What it had said is still heard. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /** Lets it finish what it has begun. */
  void end() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException dead) {
      // That is what is wanted.
    }
    if (!process.waitFor(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    reader.join();
  }
}
