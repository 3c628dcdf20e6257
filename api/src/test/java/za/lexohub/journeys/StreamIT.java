package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import za.lexohub.LexoHub;

/** Those who watch are told what has changed, all of it, once, and nothing that is not theirs. */
class StreamIT {

  private static final String THANDI = "7a1d0c5e-0001-4000-8000-000000000001";
  private static final String NALEDI =
      UUID.nameUUIDFromBytes("naledi".getBytes(StandardCharsets.UTF_8)).toString();

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller naledi = stage.as("naledi");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void changesAreToldInOrderToTheirOwnTenantAndReadWithTheirPosition() {
    try (Watcher hers = thandi.watch("", "");
        Watcher his = stage.as("pieter").watch("", "");
        Watcher sends = thandi.watch("?types=ProFormaSent,InvoiceSent", "")) {
      long from = hers.hello();
      his.hello();
      sends.hello();
      String quote = story.sent(2_500_000, 250_000);
      Watcher.Told sent =
          hers.awaitChange(it -> it.aggregate().equals(quote) && it.type().equals("ProFormaSent"));

      List<Long> told = hers.changes().stream().map(Watcher.Told::position).toList();
      assertThat(told).isEqualTo(logged(THANDI, from).subList(0, told.size()));
      assertThat(sent.data().path("aggregateType").asString()).isEqualTo("ProForma");
      assertThat(sent.data().propertyNames())
          .containsExactlyInAnyOrder(
              "position", "type", "aggregateType", "aggregateId", "version", "recordedAt");
      Answer read =
          thandi.send(
              "GET",
              Story.proForma(quote),
              Map.of("Consistency-Token", sent.id(), "Prefer", "wait=20"),
              new byte[0]);
      // Its paper and mail may have moved it on meanwhile.
      assertThat(Long.parseLong(read.expect(200).etag().replaceAll("\\D", "")))
          .isGreaterThanOrEqualTo(sent.data().path("version").asLong());
      sends.awaitChange(it -> it.aggregate().equals(quote));
      assertThat(sends.changes()).extracting(Watcher.Told::type).containsOnly("ProFormaSent");

      String matter = stage.as("pieter").post("/api/v1/matters", story.form()).expect(201).id();
      his.awaitChange(it -> it.aggregate().equals(matter));
      assertThat(his.changes()).extracting(Watcher.Told::aggregate).doesNotContain(quote);
      assertThat(hers.changes()).extracting(Watcher.Told::aggregate).doesNotContain(matter);
    }
  }

  @Test
  void aStreamGoesOnOnAnotherNodeWithoutGapOrRepeatWhenItsOwnStops() {
    URI base = URI.create("http://localhost:" + Stage.freePort());
    ConfigurableApplicationContext node = queryNode(base);
    Watcher before = thandi.at(base).watch("", "");
    long from = before.hello();
    String first = story.link().id();
    before.awaitChange(it -> it.aggregate().equals(first));

    node.close();
    assertThat(before.bye()).isEqualTo("shutting-down");
    String missed = story.link().id();
    try (Watcher after = thandi.watch("", before.lastId())) {
      after.awaitChange(it -> it.aggregate().equals(missed));
      String next = story.link().id();
      after.awaitChange(it -> it.aggregate().equals(next));

      List<Long> all =
          Stream.concat(before.changes().stream(), after.changes().stream())
              .map(Watcher.Told::position)
              .toList();
      assertThat(all).isEqualTo(logged(THANDI, from).subList(0, all.size()));
    }
  }

  @Test
  void anAttorneyIsToldOfWhatWasGrantedUntilItIsTakenBack() {
    String hidden = story.link().id();
    String matter = naledi.post("/api/v1/attorney/matters", story.form()).expect(201).id();
    await()
        .atMost(Story.PATIENCE)
        .until(() -> thandi.get("/api/v1/matters/" + matter).status() == 200);
    try (Watcher hers = naledi.watch("", "")) {
      hers.hello();
      thandi.command("/api/v1/matters/" + matter, "accept", "{}").expect(200);
      hers.awaitChange(it -> it.aggregate().equals(matter));
      String other = thandi.post("/api/v1/matters", story.form()).expect(201).id();
      thandi
          .command("/api/v1/matters/" + matter, "put-on-hold", "{\"reason\": \"a good one\"}")
          .expect(200);
      hers.awaitChange(it -> it.type().equals("MatterPutOnHold"));
      // Who else sees it is the advocate's to know.
      thandi
          .command(
              "/api/v1/matters/" + matter,
              "grant-access",
              "{\"attorneyId\": \"somebody-else\", \"level\": \"VIEW\"}")
          .expect(200);

      thandi
          .command(
              "/api/v1/matters/" + matter,
              "revoke-access",
              "{\"attorneyId\": \"%s\", \"reason\": \"The mandate ended\"}".formatted(NALEDI))
          .expect(200);
      thandi.command("/api/v1/matters/" + matter, "resume", "{}").expect(200);
      String granted = naledi.post("/api/v1/attorney/matters", story.form()).expect(201).id();
      hers.awaitChange(it -> it.aggregate().equals(granted));

      assertThat(hers.changes())
          .extracting(Watcher.Told::aggregate)
          .containsOnly(matter, granted)
          .doesNotContain(hidden, other);
      assertThat(hers.changes())
          .extracting(Watcher.Told::type)
          .doesNotContain("MatterAccessGranted", "MatterAccessRevoked", "MatterResumed");
    }
  }

  @Test
  void manyWatchAtOnceAndEachIsToldOnce() {
    List<Watcher> watchers = Stream.generate(() -> thandi.watch("", "")).limit(200).toList();
    try {
      watchers.forEach(Watcher::hello);
      String link = story.link().id();
      for (Watcher watcher : watchers) {
        watcher.awaitChange(it -> it.aggregate().equals(link));
        assertThat(watcher.changes())
            .filteredOn(it -> it.aggregate().equals(link))
            .hasSameSizeAs(logged(link));
      }
    } finally {
      watchers.forEach(Watcher::close);
    }
  }

  @Test
  void aStreamEndsWithTheTokenThatOpenedIt() {
    String token = new Tokens(stage).until(THANDI, Date.from(Instant.now().plusSeconds(3)));
    try (Watcher brief = Caller.with(token, stage.base()).watch("", "")) {
      brief.hello();
      assertThat(brief.bye()).isEqualTo("token-expired");
    }
  }

  @Test
  void whoMayNotWatchAndWhatCannotBeResumedIsRefused() {
    assertThat(stage.attorney().watch("", "").code()).isEqualTo("unauthenticated");
    for (String user : List.of("analyst", "operator")) {
      assertThat(stage.as(user).watch("", "").code()).as(user).isEqualTo("forbidden");
    }
    assertThat(thandi.watch("?types=InvoicePaid,Nonsense", "").code())
        .isEqualTo("invalid-parameter");
    assertThat(thandi.watch("?kinds=InvoicePaid", "").code()).isEqualTo("invalid-parameter");
    for (String id : List.of("yesterday", "-1", "999999999999")) {
      assertThat(thandi.watch("", id).code()).as(id).isEqualTo("invalid-header");
    }
  }

  private ConfigurableApplicationContext queryNode(URI base) {
    // As an argument, because the profile names an issuer too: the node's own address.
    return new SpringApplicationBuilder(LexoHub.class)
        .profiles("embedded", "query")
        .properties(Stage.properties(base))
        .run("--lexohub.public-url=" + stage.base());
  }

  private static List<Long> logged(String tenant, long after) {
    return Sql.column(
            "select position from event_log where tenant_id = ? and position > ? order by position",
            tenant,
            after)
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  private static List<String> logged(String aggregate) {
    return Sql.column("select event_type from event_log where aggregate_id = ?", aggregate);
  }
}
