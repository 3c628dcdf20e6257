package za.lexohub.embedded.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Runs sleep")
class OrphansTest {

  @TempDir private Path folder;
  private Process process;
  private Path program;
  private Instant started;

  @BeforeEach
  void startSomething() throws IOException {
    process = new ProcessBuilder("sleep", "600").start();
    program = sleep();
    started = process.info().startInstant().orElseThrow();
  }

  /** The child shows the program of its parent until it has become its own. */
  private Path sleep() throws IOException {
    String itself = ProcessHandle.current().info().command().orElseThrow();
    while (true) {
      String command = process.info().command().orElse(itself);
      if (command.endsWith("sleep")
          || command.endsWith("coreutils")
          || command.endsWith("busybox")) {
        return Path.of(command);
      }
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void what_was_started_from_the_folder_is_ended() throws IOException {
    write(process.pid(), started, program);

    Orphans.reap(folder, folder.resolve("postgres"));

    assertThat(process.isAlive()).isFalse();
    assertThat(folder.resolve("part.pid")).doesNotExist();
  }

  @Test
  void another_program_under_the_same_number_lives_on() throws IOException {
    write(process.pid(), started, Path.of("/usr/bin/redis-server"));

    Orphans.reap(folder, folder.resolve("postgres"));

    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void the_same_program_started_at_another_time_lives_on() throws IOException {
    write(process.pid(), started.minusSeconds(60), program);

    Orphans.reap(folder, folder.resolve("postgres"));

    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void a_process_that_is_no_postgres_survives_a_file_that_says_it_is() throws IOException {
    Path postgres = Files.createDirectory(folder.resolve("postgres"));
    Files.write(
        postgres.resolve("postmaster.pid"),
        List.of(
            Long.toString(process.pid()),
            postgres.toString(),
            Long.toString(started.getEpochSecond())));

    Orphans.reap(folder, postgres);

    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void a_half_written_file_is_passed_over() throws IOException {
    Files.writeString(folder.resolve("part.pid"), process.pid() + "\n");
    Files.writeString(folder.resolve("other.pid"), "12x\n34\nsleep\n");

    Orphans.reap(folder, folder.resolve("postgres"));

    assertThat(process.isAlive()).isTrue();
  }

  private void write(long pid, Instant start, Path what) throws IOException {
    Files.writeString(
        folder.resolve("part.pid"), "%d%n%d%n%s%n".formatted(pid, start.toEpochMilli(), what));
  }
}
