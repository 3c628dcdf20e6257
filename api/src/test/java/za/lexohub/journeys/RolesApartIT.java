package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each role in a process of its own, in the profile of production: every one of them is killed once
 * as {@code kill -9} does, while three briefs go from the link to the paid invoice. Then what
 * callers use is exchanged node by node while they go on calling, and at last all are asked to end
 * with work in their hands.
 *
 * <p>Asked for by {@code -Dlexohub.apart=true}: it starts some twenty JVMs one after the other and
 * wants both processors to itself.
 */
@EnabledIfSystemProperty(named = "lexohub.apart", matches = "true")
class RolesApartIT {

  private static final int BRIEFS = 3;

  /** Who is killed after which step; they start again while the next one is taken. */
  private static final Map<Integer, List<String>> KILLS =
      Map.of(
          0, List.of("command-0", "projection-0"),
          2, List.of("process-0", "worker-0"),
          5, List.of("query-0", "command-1", "projection-1"));

  private final Premises premises = Premises.named("apart", 3);
  private final Roles roles = new Roles(premises);
  private final EventLog log = new EventLog(premises.database());
  private final Executor threads = task -> Thread.ofVirtual().start(task);

  @AfterEach
  void end() {
    roles.close();
    premises.leave(log);
    log.close();
  }

  @Test
  void anyRoleMayDieAndNodesAreExchangedUnderLoad() {
    roles.start(
        "command-0",
        "command-1",
        "query-0",
        "projection-0",
        "projection-1",
        "worker-0",
        "process-0");
    List<Brief> briefs =
        IntStream.range(0, BRIEFS)
            .mapToObj(n -> new Brief(roles.thandi(), roles.balancer().base()))
            .toList();
    everyRoleIsKilledOnce(briefs);
    nothingIsLostOrDoubled(briefs);
    nodesAreExchangedUnderLoad();
    everybodyLeavesInTime();
    roles.start("process-0", "worker-0");
    // Who comes back finishes what was in hand: the paper goes out.
    await().atMost(Story.PATIENCE).untilAsserted(log::isSettled);
    log.isSound();
  }

  private void everyRoleIsKilledOnce(List<Brief> briefs) {
    CompletableFuture<Void> back = CompletableFuture.completedFuture(null);
    for (int step = 0; step < Brief.STEPS.size(); step++) {
      inParallel(briefs, Brief.STEPS.get(step));
      List<String> killed = KILLS.getOrDefault(step, List.of());
      if (!killed.isEmpty()) {
        // The twins of who is killed now are there again.
        back.join();
        killed.forEach(name -> roles.node(name).kill());
        back =
            CompletableFuture.allOf(
                killed.stream().map(roles::starting).toArray(CompletableFuture[]::new));
      }
    }
    back.join();
  }

  private void nothingIsLostOrDoubled(List<Brief> briefs) {
    List<Instant> kills =
        roles.nodes().values().stream().flatMap(node -> node.kills().stream()).toList();
    assertThat(kills).hasSize(roles.nodes().size());
    Aftermath aftermath = new Aftermath(log, kills);
    briefs.forEach(brief -> aftermath.of(brief, Roles.THANDI, Roles.MAIL));
    Aftermath.numbersAreGapless(briefs);
    log.isSound();
    await().atMost(Story.PATIENCE).untilAsserted(log::isSettled);
    // What a dead node had was taken over by its twin, and shared again when it came back.
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        log.number(
                            "select count(distinct owner) from token_entry"
                                + " where processor_name = 'workflow-counts'"))
                    .isEqualTo(2));
    assertThat(
            log.number(
                "select count(*) from event_log"
                    + " where convert_from(metadata, 'UTF8') like '%203.0.113.0/24%'"))
        .as("events that name the caller's network as the balancer saw it")
        .isPositive();
    assertThat(
            log.number(
                "select count(*) from event_log where convert_from(metadata, 'UTF8') similar to"
                    + " '%(198.51|10.0.0|127.0.0)%'"))
        .as("events that name a network which the caller made up, or ours")
        .isZero();
  }

  private void nodesAreExchangedUnderLoad() {
    try (Load load = new Load(roles, Duration.ofMillis(50))) {
      CompletableFuture<Void> reads =
          CompletableFuture.runAsync(
              () -> {
                roles.start("query-1");
                roles.balancer().awaitReady(roles.node("query-1").base());
                exchanged("query-0");
                exchanged("query-1");
              },
              threads);
      exchanged("command-0");
      exchanged("command-1");
      reads.join();
      load.end();
      System.out.printf(
          "RolesApartIT: while four nodes were exchanged, %d requests were answered and %d not%n",
          load.answered(), load.failures().size());
      assertThat(load.failures()).isEmpty();
      assertThat(load.answered()).isGreaterThan(100);
    }
    assertThat(roles.balancer().lost()).isZero();
  }

  /**
   * All are asked to end while nobody can append: a request is open, and a paper is made but not
   * recorded.
   */
  private void everybodyLeavesInTime() {
    Brief brief = new Brief(roles.thandi(), roles.balancer().base());
    Brief.STEPS.subList(0, 4).forEach(step -> step.accept(brief));
    await().atMost(Story.PATIENCE).until(() -> log.has(brief.proForma(), "ProFormaPdfRequested"));
    CompletableFuture<Answer> open;
    Map<String, CompletableFuture<Duration>> ends = new TreeMap<>();
    log.number("select count(pg_advisory_lock(7220001))");
    try {
      open =
          CompletableFuture.supplyAsync(new Story(roles.thandi(), roles.thandi())::link, threads);
      await().atMost(Story.PATIENCE).until(() -> callerAndWorkerWaitToAppend(brief));
      roles
          .nodes()
          .forEach(
              (name, node) -> ends.put(name, CompletableFuture.supplyAsync(node::end, threads)));
      await()
          .atMost(Story.PATIENCE)
          .until(() -> roles.nodes().values().stream().noneMatch(Application::isReady));
    } finally {
      log.number("select count(pg_advisory_unlock(7220001))");
    }
    assertThat(open.join().status()).isEqualTo(201);
    ends.forEach(
        (name, end) ->
            System.out.printf(
                "RolesApartIT: %s left within %.1f s%n", name, end.join().toMillis() / 1000.0));
    assertThat(ends.values()).allMatch(end -> end.join().compareTo(Duration.ofSeconds(30)) < 0);
    long stored =
        log.of(brief.proForma()).stream()
            .filter(entry -> entry.type().equals("ProFormaPdfStored"))
            .count();
    assertThat(stored).isLessThanOrEqualTo(1);
    assertThat(stored + premises.waiting("pdf"))
        .as("a paper that was being made is recorded, or ordered as before")
        .isPositive();
    assertThat(log.owners()).isEmpty();
    log.isSettledBut(List.of(brief.proForma()));
  }

  /** The worker may have been too fast. */
  private boolean callerAndWorkerWaitToAppend(Brief brief) {
    return log.number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        >= (log.has(brief.proForma(), "ProFormaPdfStored") ? 1 : 2);
  }

  private void exchanged(String name) {
    roles.node(name).end();
    roles.start(name);
    roles.balancer().awaitReady(roles.node(name).base());
  }

  private <T> void inParallel(List<T> items, Consumer<T> work) {
    items.stream()
        .map(item -> CompletableFuture.runAsync(() -> work.accept(item), threads))
        .toList()
        .forEach(CompletableFuture::join);
  }
}
