package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes on one database do the work, which is split into {@value #SEGMENTS} parts a read model;
 * every caller speaks to both in turn. Then one is killed as {@code kill -9} does, and the other
 * finishes what was under way.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

  private static final int SEGMENTS = 4;

  private static final String THANDI = "7a1d0c5e-0001-4000-8000-000000000001";
  private static final int AT_ONCE = 8;
  private static final int UNDER_WAY_AT_THE_KILL = 3;
  private static final int ACCEPT = 5;

  private final Premises premises = Premises.named("nodes", 2);
  private final List<URI> bases =
      List.of(
          URI.create("http://localhost:" + Stage.freePort()),
          URI.create("http://localhost:" + Stage.freePort()));
  private final List<Application> nodes =
      IntStream.range(0, bases.size())
          .mapToObj(
              n ->
                  premises.application(
                      "node-" + n,
                      bases.get(n),
                      bases.getFirst(),
                      Map.of("lexohub.event-store.segments", SEGMENTS)))
          .toList();
  private final EventLog log = new EventLog(premises.database());
  private final Executor threads = command -> Thread.ofVirtual().start(command);

  @BeforeAll
  void start() {
    inParallel(nodes, Application::start);
  }

  @AfterAll
  void end() {
    nodes.forEach(Application::close);
    premises.leave(log);
    log.close();
  }

  @Test
  @Order(1)
  void whoWritesOnOneNodeReadsItOnTheOther() {
    inParallel(List.of("pieter", "lerato"), user -> new Shuttle(user, bases).walks());
    assertThat(log.parked()).isEmpty();
  }

  @Test
  @Order(2)
  void twoNodesShareTheWorkAndOneTakesOver() {
    List<Brief> briefs =
        IntStream.range(0, AT_ONCE)
            .mapToObj(n -> new Brief(Caller.as("thandi", bases.getFirst()), bases.getFirst()))
            .toList();
    List<Brief> early = briefs.subList(UNDER_WAY_AT_THE_KILL, AT_ONCE);
    List<Brief> late = briefs.subList(0, UNDER_WAY_AT_THE_KILL);

    inParallel(briefs, brief -> inTurn(brief, 0, late.contains(brief) ? ACCEPT : 8));
    // Whoever comes first takes what is free, so it may be one that has all of them.
    await().atMost(Story.PATIENCE).until(() -> log.unowned() == 0);
    assertThat(log.segments())
        .isNotEmpty()
        .allSatisfy((group, segments) -> assertThat(segments).as(group).isEqualTo(SEGMENTS));
    // The one with more to take over.
    int killed = nodes.getFirst().claims() >= nodes.getLast().claims() ? 0 : 1;
    int claimsBefore = nodes.get(1 - killed).claims();
    URI left = bases.get(1 - killed);
    nodes.get(killed).kill();
    inParallel(
        late,
        brief -> {
          brief.goesOnAt(left);
          Brief.STEPS.subList(ACCEPT, 8).forEach(step -> step.accept(brief));
        });

    early.forEach(brief -> brief.goesOnAt(left));
    Aftermath aftermath = new Aftermath(log, nodes.get(killed).kills());
    briefs.forEach(brief -> aftermath.of(brief, THANDI, "thandi@mokoena.example"));
    Aftermath.numbersAreGapless(briefs);
    log.isSound();
    await().atMost(Story.PATIENCE).untilAsserted(log::isSettled);
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(log.owners()).hasSize(1);
              assertThat(log.unowned()).isZero();
            });
    assertThat(nodes.get(1 - killed).claims()).isGreaterThan(claimsBefore);
    for (Application node : nodes) {
      assertThat(node.complaints()).noneMatch(line -> line.contains("deadlock"));
    }
  }

  private void inTurn(Brief brief, int from, int to) {
    for (int step = from; step < to; step++) {
      brief.goesOnAt(bases.get(step % bases.size()));
      Brief.STEPS.get(step).accept(brief);
    }
  }

  private <T> void inParallel(List<T> items, Consumer<T> work) {
    items.stream()
        .map(item -> CompletableFuture.runAsync(() -> work.accept(item), threads))
        .toList()
        .forEach(CompletableFuture::join);
  }
}
