package za.lexohub.projectors.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.golden.GoldenLog;

/**
 * What past releases wrote becomes the same read models, today and with every later release. In
 * which order and where it is read makes no difference either: see {@link SegmentsReplayIT}.
 *
 * <p>{@code read-models.txt} beside each log has a hash per table. A release that means to show old
 * events otherwise writes it anew with {@code -Dgolden.write}, and says so in its notes.
 */
class GoldenLogReplayIT {

  static Stream<GoldenLog> releases() throws IOException {
    return GoldenLog.ofEveryRelease();
  }

  @ParameterizedTest(name = "release {0}")
  @MethodSource("releases")
  void becomesTheSameReadModels(GoldenLog log) throws Exception {
    List<? extends DomainEventMessage<?>> events = log.events();
    try (GoldenReadModels models = new GoldenReadModels(log.vault())) {
      events.forEach(models::apply);
      assertThat(models.parked()).isEmpty();
      Map<String, String> inOrder = models.dump();
      assertThat(lines(inOrder)).containsAll(committed(log, inOrder));

      models.empty();
      assertThat(models.dump().values()).allMatch(table -> table.startsWith("0 rows"));
    }
  }

  /**
   * What the release had; a later one may keep more tables. Until the file is written, the log is
   * compared with itself only.
   */
  private static List<String> committed(GoldenLog log, Map<String, String> now) throws IOException {
    Path file = log.file("read-models.txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.write(file, lines(now));
    }
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static List<String> lines(Map<String, String> dump) {
    return dump.entrySet().stream().map(table -> table.getKey() + " " + table.getValue()).toList();
  }
}
