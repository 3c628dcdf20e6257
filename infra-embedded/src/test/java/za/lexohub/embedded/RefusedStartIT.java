package za.lexohub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.DockerClientFactory;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.PartFailed;

/** A start that cannot succeed ends with one sentence that names the part and what to do. */
class RefusedStartIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void a_taken_port_names_the_part_and_the_property_that_moves_it(Listener listener)
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      PartsSettings settings =
          PartsSettings.onFreePorts(folder).withPort(listener, taken.getLocalPort());
      try (EmbeddedParts parts = EmbeddedParts.open(settings)) {
        assertThatThrownBy(() -> ask(parts, listener))
            .isInstanceOf(PartFailed.class)
            .hasMessageStartingWith(
                nameOf(listener) + " cannot listen on port " + taken.getLocalPort())
            .hasMessageContaining("-D" + listener.property() + "=");
      }
    }
  }

  @Test
  void one_part_that_cannot_start_stops_the_others_and_frees_the_folder() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      PartsSettings settings =
          PartsSettings.onFreePorts(folder).withPort(Listener.SQS, taken.getLocalPort());
      List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

      assertThatThrownBy(() -> EmbeddedParts.start(settings, line -> {}))
          .hasMessageStartingWith("SQS cannot listen");

      // A helper process such as initdb may need a moment to end; a part that was left would stay.
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  ProcessHandle.current()
                      .descendants()
                      .filter(child -> !before.contains(child))
                      .findAny()
                      .isEmpty());
      EmbeddedParts.open(settings).close();
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> EmbeddedParts.open(PartsSettings.onFreePorts(file.resolve("data"))))
        .isInstanceOf(PartFailed.class)
        .hasMessageContainingAll("cannot write to its data folder " + file, "-Dlexohub.data=");
  }

  @Test
  void a_part_that_does_not_come_up_in_time_is_named() {
    PartsSettings settings = PartsSettings.onFreePorts(folder).withLimit(Duration.ofMillis(200));
    try (EmbeddedParts parts = EmbeddedParts.open(settings)) {
      assertThatThrownBy(parts::openSearch)
          .isInstanceOf(PartFailed.class)
          .hasMessageStartingWith("OpenSearch did not answer within")
          .hasMessageContaining(folder.resolve("logs").toString());
    }
  }

  @Test
  void a_part_that_ends_while_it_starts_is_named_with_its_last_words() throws IOException {
    Files.createDirectories(folder.resolve("redis"));
    Files.writeString(folder.resolve("redis/appendonly.aof"), "this is no append-only file");
    try (EmbeddedParts parts =
        EmbeddedParts.open(PartsSettings.onFreePorts(folder).withFresh(false))) {
      assertThatThrownBy(parts::redis)
          .isInstanceOf(PartFailed.class)
          .hasMessageStartingWith("Redis ended with exit code 1 while it was starting")
          .hasMessageContaining("Bad file format reading the append only file");
    }
  }

  @Test
  void a_damaged_database_is_named() throws IOException {
    Path data = Files.createDirectories(folder.resolve("postgres"));
    Files.createFile(data.resolve("lexohub.initialised"));
    Files.createFile(data.resolve("postgresql.conf"));
    PartsSettings settings =
        PartsSettings.onFreePorts(folder).withFresh(false).withLimit(Duration.ofSeconds(5));
    try (EmbeddedParts parts = EmbeddedParts.open(settings)) {
      assertThatThrownBy(parts::postgres)
          .isInstanceOf(PartFailed.class)
          .hasMessageStartingWith("PostgreSQL did not ");
    }
  }

  @Test
  void a_full_disk_is_named_with_the_part_and_leaves_nothing_broken_behind() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        ran("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString()), "may not mount");
    try {
      try (EmbeddedParts parts = EmbeddedParts.open(PartsSettings.onFreePorts(disk))) {
        assertThatThrownBy(parts::postgres)
            .isInstanceOf(PartFailed.class)
            .hasMessageStartingWith(
                "PostgreSQL cannot start because the disk that holds " + disk + " is full");
      }
      assumeTrue(ran("mount", "-o", "remount,size=500m", disk.toString()), "may not make room");
      try (EmbeddedParts parts =
          EmbeddedParts.open(PartsSettings.onFreePorts(disk).withFresh(false))) {
        assertThat(parts.postgres().isReady()).isTrue();
      }
    } finally {
      ran("umount", "-l", disk.toString());
    }
  }

  @Test
  void containers_without_docker_are_told_what_to_do() {
    assumeFalse(DockerClientFactory.instance().isDockerAvailable(), "there is Docker");
    PartsSettings settings =
        PartsSettings.onFreePorts(folder).withKind(PartsSettings.Kind.CONTAINERS);
    try (EmbeddedParts parts = EmbeddedParts.open(settings)) {
      assertThatThrownBy(parts::redis)
          .isInstanceOf(PartFailed.class)
          .hasMessage(
              "Redis cannot start in a container because no Docker answers. Start Docker, or leave"
                  + " out -Dlexohub.parts=containers.");
    }
  }

  @Test
  void root_without_user_namespaces_is_told_what_to_do() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "not root");
    assumeTrue(ran("unshare", "-Ur", "true"), "no user namespaces to forbid");
    Process forbidden =
        ForkedParts.java(
            List.of(
                "unshare",
                "-Ur",
                "sh",
                "-c",
                "echo 0 > /proc/sys/user/max_user_namespaces; exec \"$@\"",
                "sh"),
            List.of(ForkedParts.class.getName(), folder.toString()),
            List.of());

    String output = new String(forbidden.getInputStream().readAllBytes());

    assertThat(forbidden.waitFor()).isNotZero();
    assertThat(output)
        .contains("PostgreSQL refuses to run as root", "Start LexoHub as another user");
  }

  private static boolean ran(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private static void ask(EmbeddedParts parts, Listener listener) {
    switch (listener) {
      case POSTGRES -> parts.postgres();
      case REDIS -> parts.redis();
      case OPENSEARCH -> parts.openSearch();
      case S3 -> parts.s3();
      case SQS -> parts.sqs();
      case SMTP, IMAP -> parts.mail();
      case EVENTBRIDGE -> parts.eventBridge();
      case DYNAMODB -> parts.dynamoDb();
    }
  }

  private static String nameOf(Listener listener) {
    return switch (listener) {
      case POSTGRES -> "PostgreSQL";
      case REDIS -> "Redis";
      case OPENSEARCH -> "OpenSearch";
      case S3 -> "S3";
      case SQS -> "SQS";
      case SMTP, IMAP -> "Mail";
      case EVENTBRIDGE -> "EventBridge";
      case DYNAMODB -> "DynamoDB";
    };
  }
}
