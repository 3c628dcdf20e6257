package za.lexohub.embedded.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.lexohub.embedded.part.Listener;

class EmbeddedPartsInitializerIT {

  @TempDir private Path folder;

  @Test
  void an_application_gets_its_parts_keeps_them_to_its_end_and_what_it_was_told_itself_wins()
      throws Exception {
    Run run = run("--spring.mail.host=mail.example");

    assertThat(run.output())
        .contains(
            "Starting PostgreSQL, Redis, OpenSearch, S3, SQS, Mail, EventBridge, DynamoDB in "
                + folder)
        .containsPattern("OpenSearch +http://127.0.0.1:\\d+ ")
        .containsPattern("database jdbc:postgresql://127.0.0.1:\\d+/lexohub")
        .contains("mail mail.example")
        .contains("at the end OpenSearch says 200");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void a_start_without_a_part_ends_with_its_sentence_and_no_stack_trace() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Run run = run("--lexohub.ports.redis=" + taken.getLocalPort());

      assertThat(run.exitCode()).isNotZero();
      assertThat(run.output())
          .contains("APPLICATION FAILED TO START")
          .contains("Redis cannot listen on port " + taken.getLocalPort())
          .contains("-Dlexohub.ports.redis=<port>")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void parts_that_somebody_else_runs_are_not_started() throws Exception {
    Run run = run("--lexohub.parts=none");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).doesNotContain("Starting PostgreSQL").contains("database null");
  }

  private record Run(int exitCode, String output) {}

  private Run run(String... told) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Application.class.getName()));
    command.add("--lexohub.data=" + folder);
    for (Listener listener : Listener.values()) {
      if (told.length == 0 || !told[0].startsWith("--" + listener.property())) {
        command.add("--" + listener.property() + "=0");
      }
    }
    command.addAll(List.of(told));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    return new Run(process.waitFor(), output);
  }
}
