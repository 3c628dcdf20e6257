package za.lexohub.projectors.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.golden.GoldenLog;

/**
 * What past releases wrote becomes the same read models, today and with every later release: from
 * the first event on, tenants in any order, with one segment or several.
 *
 * <p>{@code read-models.txt} beside each log has a hash per table. A release that means to show old
 * events otherwise writes it anew with {@code -Dgolden.write}, and says so in its notes.
 */
class GoldenLogReplayIT {

  private static final int SEGMENTS = 4;

  static Stream<GoldenLog> releases() throws IOException {
    return GoldenLog.ofEveryRelease();
  }

  @ParameterizedTest(name = "release {0}")
  @MethodSource("releases")
  void becomesTheSameReadModels(GoldenLog log) throws Exception {
    List<? extends DomainEventMessage<?>> events = log.events();
    try (GoldenReadModels models = new GoldenReadModels(log.vault())) {
      events.forEach(models::apply);
      Map<String, String> inOrder = models.dump();
      assertThat(lines(inOrder)).containsAll(committed(log, inOrder));

      models.empty();
      assertThat(models.dump().values()).allMatch(table -> table.startsWith("0 rows"));
      tenantByTenant(events).forEach(models::apply);
      assertThat(models.dump()).as("tenants in another order").isEqualTo(inOrder);

      models.empty();
      inSegments(events, models);
      assertThat(models.dump()).as("in %d segments", SEGMENTS).isEqualTo(inOrder);
    }
  }

  private static List<DomainEventMessage<?>> tenantByTenant(
      List<? extends DomainEventMessage<?>> events) {
    Map<Object, List<DomainEventMessage<?>>> byTenant =
        events.stream()
            .collect(Collectors.groupingBy(e -> e.getMetaData().get(MetadataKeys.TENANT)));
    List<List<DomainEventMessage<?>>> tenants = new ArrayList<>(byTenant.values());
    assertThat(tenants).hasSizeGreaterThan(1);
    Collections.shuffle(tenants, new Random(9));
    return tenants.stream().flatMap(List::stream).toList();
  }

  /** As the processors share it out: by aggregate, each segment on a thread of its own. */
  private static void inSegments(
      List<? extends DomainEventMessage<?>> events, GoldenReadModels models) throws Exception {
    List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, SEGMENTS - 1);
    assertThat(segments).hasSize(SEGMENTS);
    try (ExecutorService threads = Executors.newFixedThreadPool(SEGMENTS)) {
      List<Future<?>> work = new ArrayList<>();
      for (Segment segment : segments) {
        work.add(
            threads.submit(
                () ->
                    events.stream()
                        .filter(event -> segment.matches(event.getAggregateIdentifier()))
                        .forEach(models::apply)));
      }
      for (Future<?> done : work) {
        done.get();
      }
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
