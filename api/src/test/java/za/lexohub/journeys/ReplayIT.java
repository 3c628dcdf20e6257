package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.redis.RedisConnections;

/**
 * {@code domain.md} 17, scenario 14: read models made anew from the first event are those that grew
 * with the events, and making them anew does nothing else, also when nothing was left of them.
 */
class ReplayIT {
  private static final String CARD = "key matter:";
  private static final String COUNTS = "key workflow:counts:";

  /** Of the advocates below. */
  private static final List<String> TENANTS =
      List.of(
          "{7a1d0c5e-0001-4000-8000-000000000001}",
          "{7a1d0c5e-0002-4000-8000-000000000002}",
          "{7a1d0c5e-0003-4000-8000-000000000003}");

  private final Stage stage = Stage.shared();
  private final Engine engine = new Engine(stage);
  private final Caller thandi = stage.as("thandi");
  private final Caller pieter = stage.as("pieter");
  private final List<Caller> advocates = List.of(thandi, pieter, stage.as("lerato"));
  private final Set<String> asked = new HashSet<>();
  private final List<String> addresses =
      new ArrayList<>(List.of("thandi@mokoena.example", "pieter@vdmerwe.example"));

  @Test
  void aReplayGivesTheSameReadModelsAndLeavesTheWorldAlone() {
    matters();
    billing(thandi);
    billing(pieter);
    engine.awaitRest();
    Map<String, List<String>> live = picture();
    assertThat(live.get("index invoices")).hasSizeGreaterThanOrEqualTo(14);
    List<SmartLifecycle> consumers = consumers();
    // What a replay sends would be worked off and gone; like this it stays in its queue.
    consumers.forEach(SmartLifecycle::stop);
    try {
      Map<String, Object> world = world();

      engine.replay(Engine.READ_MODELS);
      isAsBefore(live);

      engine.replay(Engine.READ_MODELS, ReplayIT::loseEverything);
      isAsBefore(live);

      assertThat(world()).isEqualTo(world);
      assertThat(Engine.parked()).isEmpty();
    } finally {
      consumers.forEach(SmartLifecycle::start);
    }
  }

  @Test
  void whatReachesOutAndWhatConductsCannotBeReplayed() {
    for (String group : Engine.OUTWARD) {
      var processor = engine.processor(group);
      assertThat(processor.supportsReset()).as(group).isFalse();
      processor.shutDown();
      try {
        assertThatThrownBy(processor::resetTokens).as(group).isInstanceOf(RuntimeException.class);
      } finally {
        processor.start();
      }
      engine.awaitApplied(group);
    }
  }

  private void isAsBefore(Map<String, List<String>> live) {
    engine.awaitApplied(Engine.READ_MODELS.toArray(String[]::new));
    Map<String, List<String>> replayed = picture();
    // What Redis holds of whom nobody has asked about since it was last emptied is not there yet.
    Predicate<String> unasked =
        key ->
            key.startsWith(CARD) && !asked.contains(key)
                || key.startsWith(COUNTS) && TENANTS.stream().noneMatch(key::contains);
    assertThat(replayed.keySet().stream().filter(unasked.negate()))
        .containsExactlyElementsOf(live.keySet().stream().filter(unasked.negate()).toList());
    live.forEach(
        (model, content) -> {
          if (!unasked.test(model) || model.startsWith(CARD) && replayed.containsKey(model)) {
            assertThat(replayed.get(model)).as(model).containsExactlyElementsOf(content);
          }
        });
  }

  /** All read tables, Redis and the indexes, at once. */
  private static void loseEverything() {
    Sql.lose(Picture.tables());
    try (UnifiedJedis redis = RedisConnections.open(URI.create(TestParts.redis().url()), false)) {
      redis.flushAll();
    }
    for (String alias : Picture.INDEXES) {
      Wire.openSearch("GET", "/_alias/" + alias, "")
          .propertyNames()
          .forEach(index -> Wire.openSearch("DELETE", "/" + index, ""));
    }
  }

  /** Cards and counts are filled by readers, so everything is read before. */
  private Map<String, List<String>> picture() {
    for (Caller advocate : advocates) {
      for (String matter : advocate.ids("/api/v1/matters?limit=500")) {
        advocate.get("/api/v1/matters/" + matter).expect(200);
        asked.add(CARD + matter);
      }
    }
    await()
        .atMost(Story.PATIENCE)
        .until(
            () -> {
              advocates.forEach(a -> a.get("/api/v1/workflow/counts").expect(200));
              Map<String, List<String>> picture = Picture.taken();
              return picture.keySet().containsAll(asked)
                  && picture.keySet().stream().filter(k -> k.endsWith(":complete")).count()
                      >= advocates.size()
                  && picture.keySet().stream().noneMatch(k -> k.endsWith(":rebuilding"));
            });
    return Picture.taken();
  }

  /** Everything outside the read models. */
  private Map<String, Object> world() {
    return Map.of(
        "events", engine.head(),
        "letters", addresses.stream().map(Mailbox::count).toList(),
        "announcements", TestParts.eventBridge().accepted().size(),
        "messages", Wire.queued(),
        "objects", Wire.objects(),
        "deadlines",
            Sql.column("select task_instance || execution_time from scheduled_tasks order by 1"),
        "sagas", Sql.column("select saga_id || md5(serialized_saga) from saga_entry order by 1"));
  }

  private List<SmartLifecycle> consumers() {
    List<SmartLifecycle> consumers =
        stage.beans(SmartLifecycle.class).stream()
            .filter(bean -> bean.getClass().getPackageName().equals("za.lexohub.processes.queue"))
            .toList();
    assertThat(consumers).hasSize(4).allMatch(SmartLifecycle::isRunning);
    return consumers;
  }

  private Story story(Caller advocate) {
    Story story = new Story(advocate, stage.attorney());
    addresses.add(story.email);
    return story;
  }

  private void matters() {
    String[][] lives = {
      {},
      {"put-on-hold"},
      {"put-on-hold", "resume"},
      {"settle"},
      {"settle", "close"},
      {"settle", "close", "archive"},
      {"settle", "close", "archive", "unarchive"}
    };
    for (String[] life : lives) {
      Story story = story(thandi);
      String path = "/api/v1/matters/" + thandi.post("/api/v1/matters", story.form()).id();
      for (String verb : life) {
        thandi
            .command(path, verb, verb.equals("put-on-hold") ? "{\"reason\": \"waiting\"}" : "{}")
            .expect(200);
      }
    }
  }

  private void billing(Caller advocate) {
    story(advocate).link();
    Story submitted = story(advocate);
    submitted.submit(submitted.link().at("/link/token"));
    story(advocate).sent(100_000, 50_000);
    declined(advocate);
    discardedAndInvoicedAgain(advocate);

    issued(advocate, "{}");
    Story partly = story(advocate);
    String partlyPaid = partly.invoiced(2_500_000, 250_000);
    partly.sendInvoice(partlyPaid, "{}");
    partly.pay(partlyPaid, 1_000_000);
    reversed(advocate);

    String voided = issued(advocate, "{}");
    advocate.command(Story.invoice(voided), "void", "{\"reason\": \"twice\"}").expect(200);

    String late = issued(advocate, "{\"invoiceDate\": \"2024-09-01\"}");
    await()
        .atMost(Story.PATIENCE)
        .until(() -> advocate.get(Story.invoice(late)).at("/status").equals("OVERDUE"));
  }

  private void declined(Caller advocate) {
    String declined = story(advocate).sent(100_000, 50_000);
    advocate.command(Story.proForma(declined), "decline", "{\"reason\": \"too dear\"}").expect(200);
  }

  private void discardedAndInvoicedAgain(Caller advocate) {
    Story story = story(advocate);
    String discarded = story.invoiced(2_500_000, 250_000);
    String proForma = story.read(Story.invoice(discarded)).at("/proFormaId");
    advocate.command(Story.invoice(discarded), "discard", "{\"reason\": \"wrong\"}").expect(200);
    advocate.command(Story.proForma(proForma), "convert", "{}").expect(200);
    story.converted(proForma);
  }

  private String issued(Caller advocate, String sending) {
    Story story = story(advocate);
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, sending);
    return invoice;
  }

  /** Paid, and one of the two payments taken back. */
  private void reversed(Caller advocate) {
    Story story = story(advocate);
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");
    long total = story.read(Story.invoice(invoice)).number("/totals/total/amount");
    story.pay(invoice, 1_000);
    story.pay(invoice, total - 1_000);
    assertThat(story.read(Story.invoice(invoice)).at("/status")).isEqualTo("PAID");
    String payment = story.read(Story.invoice(invoice)).at("/payments/0/id");
    advocate
        .command(
            Story.invoice(invoice),
            "payments/" + payment + "/reverse",
            "{\"reason\": \"the bank returned it\"}")
        .expect(200);
    assertThat(story.read(Story.invoice(invoice)).at("/status")).isEqualTo("SENT");
  }
}
