package za.lexohub.benchmarks.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import za.lexohub.benchmarks.Server;
import za.lexohub.benchmarks.contestant.Samples;
import za.lexohub.embedded.postgres.Database;

/**
 * Kills the application, kills PostgreSQL and loses replies, all at random moments while clients
 * write, and then looks at every event.
 *
 * <p>The promise: what was acknowledged is there, once and whole; a repeat with the same key has
 * the same outcome; positions are dense and streams have no hole; what was committed stays as it
 * was.
 */
public final class CrashRun {

  /** After a kill, PostgreSQL and the application answer again within this time. */
  private static final long AGAIN_SECONDS = 60;

  private static final int LONGEST_MOMENT_MILLIS = 500;

  /**
   * How much of everything.
   *
   * @param rounds kills of the application
   * @param postgresRounds kills of PostgreSQL, every third of them as {@code pg_ctl -m immediate}
   * @param fullDiskRounds times that the server can write no further, where {@link FullDisk} works
   * @param lostReplies replies to lose after the server has committed
   * @param writers clients at a time
   * @param seed chooses requests and moments; the schedule of threads stays the machine's
   */
  public record Settings(
      int rounds, int postgresRounds, int fullDiskRounds, int lostReplies, int writers, int seed) {}

  /** Something that is promised did not hold. */
  public static final class PromiseBroken extends RuntimeException {
    PromiseBroken(int seed, List<String> violations) {
      super(
          "--seed %d: %d violations, such as:%n%s"
              .formatted(
                  seed,
                  violations.size(),
                  String.join("\n", violations.subList(0, Math.min(20, violations.size())))));
    }
  }

  private final Settings settings;
  private final Consumer<String> progress;
  private final Random moments;
  private final Server server;
  private final Database database;
  private final LossyLine line;
  private final Clients clients;
  private final Inspection inspection;
  private VictimProcess application;
  private double applicationAway;
  private double postgresAway;

  private CrashRun(Settings settings, Consumer<String> progress) throws IOException {
    this.settings = settings;
    this.progress = progress;
    if (settings.fullDiskRounds() > 0 && !FullDisk.works()) {
      throw new IllegalArgumentException(
          "a full disk can be had on Linux with prlimit only; --full-disk-rounds 0 goes without");
    }
    moments = new Random(settings.seed());
    server = Server.start();
    database = server.database("crash");
    line = new LossyLine(server.port(), Samples.REQUEST_HASH, settings.seed());
    clients = new Clients(settings.writers(), settings.seed());
    inspection = new Inspection(database);
    application = startApplication();
  }

  /**
   * Runs it to the end.
   *
   * @throws PromiseBroken when the log is not as promised, or nobody answers in time
   */
  public static Outcome run(Settings settings, Consumer<String> progress) throws Exception {
    progress.accept("--seed " + settings.seed());
    CrashRun run = new CrashRun(settings, progress);
    try {
      return run.run();
    } finally {
      run.end();
    }
  }

  private Outcome run() throws Exception {
    clients.turnToNewStreams();
    clients.turnTo(application);
    answeredWithin(1, "the start");
    for (int round = 1; round <= settings.rounds(); round++) {
      killApplication(round);
    }
    for (int round = 1; round <= settings.postgresRounds(); round++) {
      killPostgres(round);
    }
    for (int round = 1; round <= settings.fullDiskRounds(); round++) {
      fillTheDisk(round);
    }
    loseReplies();
    progress.accept("Looking at every event");
    if (!clients.stop(AGAIN_SECONDS)) {
      throw broken("some requests are never answered");
    }
    application.end();
    List<String> violations = new ArrayList<>(clients.violations());
    violations.addAll(inspection.violations(clients.requests(), clients.answers()));
    if (!violations.isEmpty()) {
      throw new PromiseBroken(settings.seed(), violations);
    }
    return new Outcome(
        settings.rounds(),
        settings.postgresRounds(),
        settings.fullDiskRounds(),
        line.lost(),
        clients.answers().size(),
        clients.sentAgain(),
        inspection.events(),
        applicationAway,
        postgresAway);
  }

  private void killApplication(int round) throws Exception {
    clients.turnToNewStreams();
    aMoment();
    long before = clients.answered();
    long began = System.nanoTime();
    application.kill();
    inspection.rememberPrefix();
    application = startApplication();
    clients.turnTo(application);
    answeredWithin(1, "kill " + round + " of the application");
    double away = secondsSince(began);
    applicationAway = Math.max(applicationAway, away);
    progress.accept(
        String.format(
            Locale.ROOT,
            "application killed %d/%d after %,d answers, away %.1f s",
            round,
            settings.rounds(),
            before,
            away));
  }

  private void killPostgres(int round) throws Exception {
    clients.turnToNewStreams();
    aMoment();
    inspection.rememberPrefix();
    long before = clients.answered();
    ProcessHandle postmaster = server.postmaster();
    boolean immediate = round % 3 == 0;
    long began = System.nanoTime();
    if (immediate) {
      // What pg_ctl -m immediate sends.
      new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid())).start().waitFor();
    } else {
      postmaster.destroyForcibly();
    }
    postmaster.onExit().get(AGAIN_SECONDS, TimeUnit.SECONDS);
    server.startAgain();
    answeredWithin(settings.writers(), "kill " + round + " of PostgreSQL");
    double away = secondsSince(began);
    postgresAway = Math.max(postgresAway, away);
    progress.accept(
        String.format(
            Locale.ROOT,
            "PostgreSQL %s %d/%d after %,d answers, away %.1f s",
            immediate ? "stopped at once" : "killed",
            round,
            settings.postgresRounds(),
            before,
            away));
  }

  /** Nothing is acknowledged that cannot be written, and what was before is there afterwards. */
  private void fillTheDisk(int round) throws Exception {
    clients.turnToNewStreams();
    aMoment();
    inspection.rememberPrefix();
    long began = System.nanoTime();
    ProcessHandle postmaster = server.postmaster();
    FullDisk.strike(postmaster);
    // What was said before that may still be on its way.
    TimeUnit.MILLISECONDS.sleep(LONGEST_MOMENT_MILLIS);
    int acknowledged = clients.answers().size();
    TimeUnit.MILLISECONDS.sleep(LONGEST_MOMENT_MILLIS);
    if (clients.answers().size() > acknowledged) {
      throw broken("something was acknowledged that could not be written");
    }
    postmaster.destroyForcibly();
    postmaster.onExit().get(AGAIN_SECONDS, TimeUnit.SECONDS);
    server.startAgain();
    answeredWithin(settings.writers(), "full disk " + round);
    double away = secondsSince(began);
    postgresAway = Math.max(postgresAway, away);
    progress.accept(
        String.format(
            Locale.ROOT,
            "disk full and freed %d/%d, away %.1f s",
            round,
            settings.fullDiskRounds(),
            away));
  }

  private void loseReplies() throws InterruptedException {
    clients.turnToNewStreams();
    line.lose(settings.lostReplies());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(AGAIN_SECONDS);
    while (line.lost() < settings.lostReplies()) {
      answeredWithin(1, "a lost reply");
      if (System.nanoTime() > deadline) {
        throw broken("only " + line.lost() + " replies could be lost");
      }
    }
    progress.accept("lost " + line.lost() + " replies after COMMIT");
  }

  /** Some requests are answered, others are under way, and one more moment passes. */
  private void aMoment() throws InterruptedException {
    answeredWithin(settings.writers(), "before a kill");
    TimeUnit.MILLISECONDS.sleep(moments.nextInt(LONGEST_MOMENT_MILLIS));
  }

  private void answeredWithin(int answers, String after) throws InterruptedException {
    if (!clients.awaitAnswers(answers, AGAIN_SECONDS)) {
      throw broken(
          "no answer within %d s after %s; the application is %s"
              .formatted(AGAIN_SECONDS, after, application.isAlive() ? "running" : "dead"));
    }
  }

  private PromiseBroken broken(String what) {
    return new PromiseBroken(settings.seed(), List.of(what));
  }

  private VictimProcess startApplication() throws IOException {
    Map<String, String> properties = new HashMap<>(database.properties());
    properties.computeIfPresent(
        "spring.datasource.url",
        (name, url) -> url.replace(":" + server.port() + "/", ":" + line.port() + "/"));
    return VictimProcess.start(Victim.class, properties, clients::told);
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private void end() throws IOException, InterruptedException {
    try {
      application.kill();
      clients.close();
      line.close();
    } finally {
      server.close();
    }
  }
}
