package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.redis.RedisConnections;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

/**
 * The network between the house and its caches fails in all the ways it can: commands go on,
 * questions are answered rightly or openly refused, nothing piles up, and once it is well again
 * everything is there that would have been.
 *
 * <p>Redis and OpenSearch are sick together, and a few callers come at once; with {@code
 * -Dlexohub.faults.full} each of them also alone, and many.
 */
class FaultIT {

  private static final boolean FULL = Boolean.getBoolean("lexohub.faults.full");
  private static final int CALLERS = FULL ? 22 : 4;

  /** Over those that there were when all was well. */
  private static final int MORE_THREADS = 40;

  private static final List<String> OUTSIDE_SQL =
      List.of("matter-search", "pro-forma-search", "invoice-search", "workflow-counts");
  private static final String THANDI = "7a1d0c5e-0001-4000-8000-000000000001";

  private static final Stage STAGE = Stage.shared();
  private static final Engine ENGINE = new Engine(STAGE);

  private final Ways ways = STAGE.ways();
  private final Caller thandi = STAGE.as("thandi");
  private final Executor virtual = work -> Thread.ofVirtual().start(work);
  private Map<String, Long> before = Map.of();

  /** Who comes during the fault, and what he leaves behind. */
  private record Walk(Caller caller, Story story, AtomicReference<String> matter) {

    String surname() {
      return story.client.replace("Nomvula ", "");
    }

    String path() {
      return "/api/v1/matters/" + matter.get();
    }
  }

  static Stream<Arguments> faults() {
    List<List<String>> parts =
        FULL
            ? List.of(List.of("redis"), List.of("openSearch"), List.of("redis", "openSearch"))
            : List.of(List.of("redis", "openSearch"));
    return Stream.of(Fault.DROP, Fault.DELAY, Fault.RESET, Fault.TRICKLE, Fault.HALF_OPEN)
        .flatMap(fault -> parts.stream().map(sick -> Arguments.of(fault, sick)));
  }

  @BeforeEach
  void allIsWell() {
    ENGINE.awaitApplied(Engine.READ_MODELS.toArray(String[]::new));
    before = threads();
  }

  @AfterEach
  void everythingIsBack() {
    ways.open();
    makeRoom(0);
    ENGINE.awaitRest();
    assertThat(Engine.parked()).isEmpty();
  }

  /** What got through in pieces, late or twice has left nothing that a replay would not make. */
  @AfterAll
  static void theHealedReadModelsAreThoseOfAReplay() {
    Map<String, List<String>> healed = outsideSql();
    ENGINE.replay(OUTSIDE_SQL);
    ENGINE.awaitApplied(OUTSIDE_SQL.toArray(String[]::new));
    assertThat(outsideSql()).isEqualTo(healed);
    assertThat(healed.get("index matters")).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} on the way to {1}")
  @MethodSource("faults")
  void commandsGoOnAndAfterwardsEverythingIsThere(Fault fault, List<String> sick) {
    Map<String, Long> expected = countsWithTheWalks();
    List<Tunnel> spoilt = sick.stream().map(this::way).toList();
    spoilt.forEach(way -> way.suffer(fault));

    List<Walk> walks = walkAndAsk(expected);
    spoilt.forEach(way -> await().atMost(Story.PATIENCE).until(() -> way.met() > 0));
    nothingPilesUp();

    ways.open();
    healed(walks, expected);
  }

  @Test
  void aRedisThatIsFullCostsNothingButTheCache() {
    Map<String, Long> expected = countsWithTheWalks();
    makeRoom(1);

    List<Walk> walks = walkAndAsk(expected);
    assertThat(ENGINE.applied("workflow-counts")).isLessThan(ENGINE.head());
    nothingPilesUp();

    makeRoom(0);
    healed(walks, expected);
  }

  /** All at once: the fault does not wait until one after the other has met it. */
  private List<Walk> walkAndAsk(Map<String, Long> expected) {
    List<Walk> walks =
        IntStream.range(0, CALLERS)
            .mapToObj(
                n ->
                    new Walk(
                        STAGE.as("thandi"),
                        new Story(STAGE.as("thandi"), STAGE.attorney()),
                        new AtomicReference<>()))
            .toList();
    CompletableFuture<Answer> unknowing = CompletableFuture.supplyAsync(this::search, virtual);
    inParallel(walks, FaultIT::walk);
    // Each knows of their own commands only, and is asked about everybody's.
    ENGINE.awaitApplied("matters", "pro-formas", "invoices");
    inParallel(walks, walk -> FaultIT.ask(walk, expected));
    marked(unknowing.join().expect(200));
    return walks;
  }

  private static void walk(Walk walk) {
    Caller caller = walk.caller();
    walk.matter().set(caller.post("/api/v1/matters", walk.story().form()).expect(201).id());
    caller.command(walk.path(), "put-on-hold", "{\"reason\": \"waiting\"}").expect(200);
    walk.story().link();
  }

  private static void ask(Walk walk, Map<String, Long> expected) {
    Caller caller = walk.caller();
    assertThat(caller.get(walk.path()).expect(200).at("/status")).isEqualTo("ON_HOLD");
    assertThat(caller.ids("/api/v1/matters?q=" + walk.surname()))
        .containsExactly(walk.matter().get());
    rightOrLater(
        walk.story().tryToCount(), counts -> assertThat(Story.counts(counts)).isEqualTo(expected));
    // An index that cannot be written need not be waited for.
    Caller hurried = caller.waiting(0);
    Answer found = hurried.get("/api/v1/search?type=MATTER&q=" + walk.surname()).expect(200);
    assertThat(found.at("/data/0/id")).isEqualTo(walk.matter().get());
    marked(found);
    rightOrLater(
        hurried.get("/api/v1/search/facets?type=MATTER&q=" + walk.surname()),
        facets -> assertThat(facets.number("/total")).isOne());
  }

  /** By somebody who knows of nothing that the index could lack, so that it is asked. */
  private Answer search() {
    return STAGE.as("thandi").get("/api/v1/search?q=Transit");
  }

  /** That the index did not answer is said in both places, or in none. */
  private static void marked(Answer found) {
    assertThat(found.header("Warning").contains("degraded"))
        .isEqualTo(found.at("/degraded").equals("true"));
  }

  private static void rightOrLater(Answer answer, Consumer<Answer> right) {
    if (answer.status() == 503) {
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    } else {
      right.accept(answer.expect(200));
    }
  }

  /** Nobody waits for a connection, and no thread was made for each caller. */
  private void nothingPilesUp() {
    Map<String, Long> now = threads();
    assertThat(number(now))
        .as(() -> "not " + before + " but " + now)
        .isLessThan(number(before) + MORE_THREADS);
    STAGE.beans(HikariDataSource.class).stream()
        .map(HikariDataSource::getHikariPoolMXBean)
        .filter(Objects::nonNull)
        .forEach(
            pool ->
                await()
                    .atMost(Story.PATIENCE)
                    .until(() -> pool.getThreadsAwaitingConnection() == 0));
    assertThat(((RedisClient) STAGE.bean(UnifiedJedis.class)).getPool().getNumWaiters()).isZero();
  }

  /** By what they are for. */
  private static Map<String, Long> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .collect(
            Collectors.groupingBy(
                thread -> thread.getName().replaceAll("\\d+", ""),
                TreeMap::new,
                Collectors.counting()));
  }

  /** Without those of the processors, of which there are four each as soon as they are needed. */
  private static long number(Map<String, Long> threads) {
    return threads.entrySet().stream()
        .filter(kind -> !kind.getKey().startsWith("WorkPackage[") || kind.getValue() > 4)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void healed(List<Walk> walks, Map<String, Long> expected) {
    ENGINE.awaitApplied(Engine.READ_MODELS.toArray(String[]::new));
    assertThat(Story.counts(thandi.get("/api/v1/workflow/counts"))).isEqualTo(expected);
    WorkflowCountsCache cache = STAGE.bean(WorkflowCountsCache.class);
    await()
        .atMost(Story.PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              // Whoever asks has it filled again.
              thandi.get("/api/v1/workflow/counts").expect(200);
              return cache.counts(THANDI).map(FaultIT::timeless).equals(truth());
            });
    for (Walk walk : walks) {
      await()
          .atMost(Story.PATIENCE)
          .until(
              () -> {
                Answer found = walk.caller().get("/api/v1/search?q=" + walk.surname()).expect(200);
                assertThat(found.text()).contains(walk.matter().get());
                return found.at("/degraded").equals("false") && found.text().contains("ON_HOLD");
              });
    }
  }

  private static Optional<List<Long>> truth() {
    return Optional.of(timeless(STAGE.bean(WorkflowCountsTruth.class).counts(THANDI)));
  }

  private static List<Long> timeless(WorkflowCounts counts) {
    return List.of(
        counts.matterCount(),
        counts.proFormaCount(),
        counts.invoiceCount(),
        counts.unpaidCount(),
        counts.proFormaSentCount(),
        counts.proFormaAcceptedCount(),
        counts.overdueCount());
  }

  /** Everybody opens a matter that does not stay active, and asks for one pro forma. */
  private Map<String, Long> countsWithTheWalks() {
    Map<String, Long> counts =
        new HashMap<>(Story.counts(thandi.get("/api/v1/workflow/counts").expect(200)));
    counts.merge("proForma", (long) CALLERS, Long::sum);
    return counts;
  }

  private Tunnel way(String part) {
    return part.equals("redis") ? ways.redis : ways.openSearch;
  }

  /** What stands in the indexes and in the sets that are counted. */
  private static Map<String, List<String>> outsideSql() {
    return Picture.taken().entrySet().stream()
        .filter(
            model ->
                model.getKey().startsWith("index ")
                    || model.getKey().startsWith("key workflow:counts:{" + THANDI)
                        && !model.getKey().matches(".*:(complete|rebuilding)"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  /**
   * How much Redis may hold.
   *
   * @param bytes as much as there is when 0
   */
  private static void makeRoom(int bytes) {
    try (UnifiedJedis redis = RedisConnections.open(URI.create(TestParts.redis().url()), false)) {
      redis.configSet("maxmemory", Integer.toString(bytes));
    }
  }

  private <T> void inParallel(List<T> items, Consumer<T> work) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    items.forEach(item -> all.add(CompletableFuture.runAsync(() -> work.accept(item), virtual)));
    all.forEach(CompletableFuture::join);
  }
}
