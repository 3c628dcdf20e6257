package za.lexohub.projectors.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.golden.GoldenLog;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.serialization.EventTypes;

/**
 * A log becomes the same read models, to the last row, however it is read: with one segment or
 * several, tenants in any order, events that come again late and out of time, by a JVM that knows
 * other letters, times and collectors. So the projectors rely on hearing an aggregate's events in
 * order the first time, and on nothing else.
 *
 * <p>One log is made up and has every event that there is; {@code -Dlexohub.logs=N} makes up N.
 */
class SegmentsReplayIT {

  private static final int[] SEGMENTS = {2, 4};
  private static final int TENANTS = 3;
  private static final int LIVES = 2;

  /** A log by its name, for whoever has to find it again in another JVM. */
  record Log(String name, List<? extends DomainEventMessage<?>> events, PersonalDataVault vault) {

    private static final String MADE_UP = "made-up-";

    static Log named(String name) throws IOException {
      if (name.startsWith(MADE_UP)) {
        MadeUpLog log =
            new MadeUpLog(Long.parseLong(name.substring(MADE_UP.length())), TENANTS, LIVES);
        return new Log(name, log.events(), log);
      }
      GoldenLog release =
          GoldenLog.ofEveryRelease()
              .filter(log -> log.toString().equals(name))
              .findFirst()
              .orElseThrow();
      return new Log(name, release.events(), release.vault());
    }

    long aggregates() {
      return events.stream().map(DomainEventMessage::getAggregateIdentifier).distinct().count();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<String> logs() throws IOException {
    return Stream.concat(
        GoldenLog.ofEveryRelease().map(GoldenLog::toString),
        IntStream.rangeClosed(1, Integer.getInteger("lexohub.logs", 1))
            .mapToObj(seed -> Log.MADE_UP + seed));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void becomesTheSameHoweverItIsRead(String name) throws Exception {
    Log log = Log.named(name);
    if (name.startsWith(Log.MADE_UP)) {
      assertThat(log.events().stream().<Class<?>>map(DomainEventMessage::getPayloadType).distinct())
          .containsExactlyInAnyOrderElementsOf(new EventTypes().events());
    }
    try (GoldenReadModels models = new GoldenReadModels(log.vault())) {
      log.events().forEach(models::apply);
      Map<String, String> inOrder = models.everything();
      Map<String, String> parked = Map.copyOf(models.parked());
      // What could not have happened may be refused, but most is taken.
      assertThat((long) parked.size()).as(parked::toString).isLessThan(log.aggregates() / 2);
      assertThat(inOrder.keySet()).anyMatch(key -> key.startsWith("workflow:counts:"));

      models.empty();
      assertThat(models.everything().values()).allMatch(table -> table.startsWith("0 rows"));
      tenantByTenant(log.events()).forEach(models::apply);
      assertThat(models.everything()).as("tenants in another order").isEqualTo(inOrder);
      assertThat(models.parked()).isEqualTo(parked);

      for (int segments : SEGMENTS) {
        models.empty();
        inSegments(log.events(), segments, models);
        assertThat(models.everything()).as("in %d segments", segments).isEqualTo(inOrder);
        assertThat(models.parked()).isEqualTo(parked);
      }
      shuffled(log.events()).forEach(models::apply);
      assertThat(models.everything()).as("when everything comes again").isEqualTo(inOrder);
      assertThat(inAnotherJvm(log)).as("by another JVM").isEqualTo(inOrder);
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

  private static List<DomainEventMessage<?>> shuffled(
      List<? extends DomainEventMessage<?>> events) {
    List<DomainEventMessage<?>> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(7));
    return shuffled;
  }

  /** As the processors share it out: by aggregate, each segment on a thread of its own. */
  private static void inSegments(
      List<? extends DomainEventMessage<?>> events, int count, GoldenReadModels models)
      throws Exception {
    List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, count - 1);
    assertThat(segments).hasSize(count);
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
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

  private static Map<String, String> inAnotherJvm(Log log) throws Exception {
    Database database = GoldenReadModels.migrated();
    String redis = TestParts.redis().url() + "/14";
    try (GoldenReadModels models = new GoldenReadModels(log.vault(), database, redis)) {
      models.empty();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  anotherCollector(),
                  "-XX:TieredStopAtLevel=1",
                  "-Duser.language=tr",
                  "-Duser.country=TR",
                  "-Duser.timezone=Pacific/Auckland",
                  "-Dfile.encoding=ISO-8859-1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Elsewhere.class.getName(),
                  log.name(),
                  database.url(),
                  database.owner(),
                  database.application(),
                  database.password(),
                  redis)
              .redirectErrorStream(true)
              .start();
      String said;
      try (InputStream out = process.getInputStream()) {
        said = new String(out.readAllBytes(), StandardCharsets.ISO_8859_1);
      }
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(said).contains("tr_TR Pacific/Auckland ISO-8859-1");
      return models.everything();
    }
  }

  private static String anotherCollector() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .anyMatch(name -> name.startsWith("G1"))
        ? "-XX:+UseParallelGC"
        : "-XX:+UseG1GC";
  }
}
