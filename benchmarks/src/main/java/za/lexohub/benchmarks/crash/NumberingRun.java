package za.lexohub.benchmarks.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.postgres.Database;

/**
 * Asks two nodes on one database for very many documents of every series at the same time, kills
 * one of the nodes or PostgreSQL among it, and then looks at every number.
 *
 * <p>The promise: each series counts from 1 without a gap, no number is there twice, each is on the
 * document that it was given to since the append that gave it, what was refused has taken none, and
 * the void ones are those of the discarded drafts.
 */
public final class NumberingRun {

  private static final int NODES = 2;
  private static final long PATIENCE_SECONDS = 180;
  private static final int[] YEARS = {2025, 2026};

  /**
   * How much of everything.
   *
   * @param issues asked for at the same time, in each round
   * @param kills rounds in which a node is killed
   * @param postgresKills rounds in which PostgreSQL is
   * @param tenants among whom they are spread
   * @param seed chooses errands and moments; the schedule of threads stays the machine's
   */
  public record Settings(int issues, int kills, int postgresKills, int tenants, int seed) {}

  /**
   * What a run without a violation came to.
   *
   * @param refused errands that had to be, and left nothing
   * @param sentAgain errands that a node did not answer, or that lost a race too often
   */
  public record Outcome(
      long numbers, long series, long voided, long refused, long sentAgain, int kills) {}

  private final Settings settings;
  private final Consumer<String> progress;
  private final Random random;
  private final Server server;
  private final Database database;
  private final Errands errands;
  private final VictimProcess[] nodes = new VictimProcess[NODES];

  private NumberingRun(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    random = new Random(settings.seed());
    server = Server.start();
    database = server.database("numbering");
    errands = new Errands(NODES, settings.seed());
  }

  /**
   * Runs it to the end.
   *
   * @throws CrashRun.PromiseBroken when a number is not as promised, or nobody answers in time
   */
  public static Outcome run(Settings settings, Consumer<String> progress) throws Exception {
    progress.accept("--seed " + settings.seed());
    NumberingRun run = new NumberingRun(settings, progress);
    try {
      return run.run();
    } finally {
      run.end();
    }
  }

  private Outcome run() throws Exception {
    startAll();
    errands.ask(
        IntStream.range(0, settings.tenants())
            .mapToObj(tenant -> Errand.booksOf(tenant(tenant), YEARS[0]))
            .toList());
    answered("opening the books", errands.asked());
    int rounds = settings.kills() + settings.postgresKills();
    for (int round = 1; round <= rounds; round++) {
      round(round, rounds, round <= settings.kills());
    }
    for (VictimProcess node : nodes) {
      node.end();
    }
    NumbersInspection inspection = new NumbersInspection(database);
    Map<Errand, String> answers = errands.answers();
    List<String> violations = new ArrayList<>(errands.violations());
    violations.addAll(inspection.violations(answers));
    if (!violations.isEmpty()) {
      throw new CrashRun.PromiseBroken(settings.seed(), violations);
    }
    List<Long> counts = inspection.counts();
    return new Outcome(
        counts.get(0),
        counts.get(1),
        counts.get(2),
        answers.values().stream().filter(it -> !it.equals("ok")).count(),
        errands.sentAgain(),
        rounds);
  }

  private void round(int round, int rounds, boolean ofNode) throws Exception {
    int before = errands.answered();
    long began = System.nanoTime();
    errands.ask(another(round));
    // Somewhere in the first half, so that enough is under way.
    int moment = 1 + random.nextInt(Math.max(1, settings.issues() / 2));
    answered("before kill " + round, before + moment);
    int underWay = errands.asked() - errands.answered();
    if (ofNode) {
      int killed = round % NODES;
      nodes[killed].kill();
      start(killed);
    } else {
      ProcessHandle postmaster = server.postmaster();
      postmaster.destroyForcibly();
      postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      server.startAgain();
    }
    answered("after kill " + round, errands.asked());
    progress.accept(
        String.format(
            Locale.ROOT,
            "round %d/%d: %,d issues at once, %s killed with %,d of them under way; all answered"
                + " after %.1f s",
            round,
            rounds,
            settings.issues(),
            ofNode ? "a node" : "PostgreSQL",
            underWay,
            (System.nanoTime() - began) / 1e9));
  }

  private List<Errand> another(int round) {
    Errand.What[] kinds = Errand.What.values();
    List<Errand> issues = new ArrayList<>();
    for (int i = 0; i < settings.issues(); i++) {
      issues.add(
          new Errand(
              "issue-%d-%d-%d".formatted(settings.seed(), round, i),
              // All but the books.
              kinds[1 + i % (kinds.length - 1)],
              tenant(random.nextInt(settings.tenants())),
              YEARS[i / (kinds.length - 1) % YEARS.length]));
    }
    return issues;
  }

  private static String tenant(int number) {
    return "practice-" + number;
  }

  private void startAll() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> starts = new ArrayList<>();
      for (int node = 0; node < NODES; node++) {
        int one = node;
        starts.add(
            () -> {
              start(one);
              return null;
            });
      }
      for (Future<Void> start : threads.invokeAll(starts)) {
        start.get();
      }
    }
  }

  private void start(int node) throws IOException {
    nodes[node] =
        VictimProcess.start(Office.class, Map.copyOf(database.properties()), errands::told);
    errands.turnTo(node, nodes[node]);
  }

  private void answered(String when, int count) throws InterruptedException {
    if (!errands.awaitAnswered(count, PATIENCE_SECONDS)) {
      throw new CrashRun.PromiseBroken(
          settings.seed(),
          List.of(
              "%s: %d of %d are not answered within %d s"
                  .formatted(
                      when,
                      errands.asked() - errands.answered(),
                      errands.asked(),
                      PATIENCE_SECONDS)));
    }
  }

  private void end() throws IOException, InterruptedException {
    try {
      for (VictimProcess node : nodes) {
        if (node != null) {
          node.kill();
        }
      }
      errands.close();
    } finally {
      server.close();
    }
  }
}
