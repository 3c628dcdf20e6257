package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The story of {@link LinkToPaidIT}, three times side by side, while the application is killed as
 * {@code kill -9} does: between any two steps, while commands are under way, and in the middle of
 * what the system does by itself. Callers repeat what was not answered.
 *
 * <p>{@code -Dlexohub.crash.seed} chooses the moments; which one was in use is printed.
 */
class CrashIT {

  private static final String THANDI = "7a1d0c5e-0001-4000-8000-000000000001";
  private static final String PIETER = "7a1d0c5e-0002-4000-8000-000000000002";
  private static final List<String> STEPS_OF_THE_SAGA =
      List.of(
          "ProFormaValidated",
          "InvoiceGenerated",
          "InvoicePdfRequested",
          "InvoicePdfStored",
          "InvoiceNotificationRequested",
          "InvoiceNotificationSent");

  private final long seed = Long.getLong("lexohub.crash.seed", System.nanoTime() % 1_000_000);
  private final Random random = new Random(seed);

  /** How many of the three briefs are killed while they are billed. */
  private final int billed = Math.clamp(Integer.getInteger("lexohub.crash.billed", 1), 1, 3);

  private final Premises premises = Premises.named("crash", 1);
  private final URI base = URI.create("http://localhost:" + Stage.freePort());
  private final Application application = premises.application("crash", base, base);
  private final EventLog log = new EventLog(premises.database());
  private final Executor threads = command -> Thread.ofVirtual().start(command);

  @AfterEach
  void end() {
    application.close();
    premises.leave(log);
    log.close();
  }

  @Test
  void nothingIsLostAndNothingDoubled() {
    System.out.println("CrashIT: -Dlexohub.crash.seed=" + seed);
    application.start();
    List<Brief> thandis =
        List.of(
            new Brief(Caller.as("thandi", base), base), new Brief(Caller.as("thandi", base), base));
    List<Brief> pieters = List.of(new Brief(Caller.as("pieter", base), base));
    List<Brief> all = Stream.concat(thandis.stream(), pieters.stream()).toList();

    killedDuring(Brief::link, all);
    counted(all, "proForma", thandis.size(), pieters.size());
    killedDuring(Brief::submit, all);
    killedDuring(Brief::draft, all);
    counted(all, "none", 0, 0);
    killedDuring(Brief::send, all);
    counted(all, "none", 0, 0);
    all.subList(0, billed).forEach(this::killedWhileItIsBilled);
    all.subList(billed, all.size()).forEach(Brief::accept);
    all.forEach(brief -> brief.story.converted(brief.proForma()));
    counted(all, "invoice", thandis.size(), pieters.size());
    killedDuring(Brief::sendInvoice, all);
    counted(all, "unpaid", thandis.size(), pieters.size());
    killedDuring(Brief::payPart, all);
    killedDuring(Brief::payTheRest, all);
    counted(all, "none", 0, 0);

    Aftermath aftermath = new Aftermath(log, application.kills());
    thandis.forEach(brief -> aftermath.of(brief, THANDI, "thandi@mokoena.example"));
    pieters.forEach(brief -> aftermath.of(brief, PIETER, "pieter@vdmerwe.example"));
    Aftermath.numbersAreGapless(thandis);
    Aftermath.numbersAreGapless(pieters);
    log.isSound();
    await().atMost(Story.PATIENCE).untilAsserted(log::isSettled);
    assertThat(application.kills()).hasSize(Brief.STEPS.size() - 1 + billed);
  }

  /** The first has its answer when the kill comes; the others are somewhere on their way. */
  private void killedDuring(Consumer<Brief> step, List<Brief> briefs) {
    step.accept(briefs.getFirst());
    List<CompletableFuture<Void>> underWay =
        briefs.stream()
            .skip(1)
            .map(brief -> CompletableFuture.runAsync(() -> step.accept(brief), threads))
            .toList();
    killAfter(random.nextInt(250));
    underWay.forEach(CompletableFuture::join);
  }

  /** Accepted, and killed a little after one of the saga's steps was recorded. */
  private void killedWhileItIsBilled(Brief brief) {
    String moment = STEPS_OF_THE_SAGA.get(random.nextInt(STEPS_OF_THE_SAGA.size()));
    brief.accept();
    await()
        .atMost(Story.PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> log.has(brief.invoice(), moment) || log.has(brief.proForma(), moment));
    killAfter(random.nextInt(60));
  }

  private void killAfter(int millis) {
    Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(application::kill, later).join();
    application.start();
  }

  /** One of the four counts is said, the others are nothing. */
  private static void counted(List<Brief> briefs, String which, long thandis, long pieters) {
    Brief thandi = briefs.getFirst();
    Brief pieter = briefs.getLast();
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(thandi.story.counts()).isEqualTo(only(which, thandis));
              assertThat(pieter.story.counts()).isEqualTo(only(which, pieters));
            });
  }

  private static Map<String, Long> only(String which, long count) {
    return Map.of(
        "matter", which.equals("matter") ? count : 0L,
        "proForma", which.equals("proForma") ? count : 0L,
        "invoice", which.equals("invoice") ? count : 0L,
        "unpaid", which.equals("unpaid") ? count : 0L);
  }
}
