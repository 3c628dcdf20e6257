package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.redis.RedisConnections;

/** A part is away for a while, or has lost what it held: the house goes on and gets it back. */
class OutageIT {

  private static final String COUNTS =
      "workflow:counts:7a1d0c5e-0001-4000-8000-000000000001"; // Thandi's

  private final Stage stage = Stage.shared();
  private final Engine engine = new Engine(stage);
  private final Ways ways = stage.ways();
  private final Caller thandi = stage.as("thandi");

  /** Brings no consistency token, so that nothing waits for it. */
  private final Caller reader = stage.as("thandi");

  private final Story story = new Story(thandi, stage.attorney());
  private final String surname = story.client.replace("Nomvula ", "");

  @AfterEach
  void everythingIsBack() {
    ways.open();
    engine.awaitRest();
    assertThat(Engine.parked()).isEmpty();
  }

  @Test
  void redisIsEmptiedAndFilledAgainWithTheSameCounts() {
    Answer link = story.link();
    story.submit(link.at("/link/token"));
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("SUBMITTED"));
    Map<String, Long> before = story.counts();

    emptyRedis();
    assertThat(story.counts()).isEqualTo(before);
    refilled(before);

    // What comes next moves something that Redis has forgotten.
    emptyRedis();
    story.draft(link.id(), 2_500_000, 250_000);
    Map<String, Long> after = new HashMap<>(before);
    after.merge("proForma", -1L, Long::sum);
    assertThat(story.counts()).isEqualTo(after);
    refilled(after);
  }

  @Test
  void withoutRedisCountsAndMattersAreReadAndCommandsTaken() {
    String matter = "/api/v1/matters/" + thandi.post("/api/v1/matters", story.form()).id();
    String title = thandi.get(matter).expect(200).at("/title");
    Map<String, Long> before = story.counts();

    ways.redis.cut();
    assertThat(story.counts()).isEqualTo(before);
    assertThat(reader.get(matter).expect(200).at("/title")).isEqualTo(title);
    thandi.command(matter, "put-on-hold", "{\"reason\": \"waiting\"}").expect(200);
    assertThat(thandi.get(matter).expect(200).at("/status")).isEqualTo("ON_HOLD");
    story.link();
    Map<String, Long> after = new HashMap<>(before);
    after.merge("matter", -1L, Long::sum);
    after.merge("proForma", 1L, Long::sum);
    assertThat(story.counts()).isEqualTo(after);
    await().atMost(Story.PATIENCE).until(() -> ways.redis.met() > 0);

    ways.redis.open();
    engine.awaitApplied("workflow-counts", "matter-cards");
    refilled(after);
    assertThat(reader.get(matter).expect(200).at("/status")).isEqualTo("ON_HOLD");
  }

  @Test
  void aRedisThatDoesNotAnswerHoldsNobodyUp() throws IOException {
    Map<String, Long> before = story.counts();
    URI redis = URI.create(TestParts.redis().url());
    try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
      socket
          .getOutputStream()
          .write("CLIENT PAUSE 2000 ALL\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('+');
    }

    assertThat(story.counts()).isEqualTo(before);
    story.link();
    assertThat(story.counts()).containsEntry("proForma", before.get("proForma") + 1);
  }

  @Test
  void aDeletedIndexIsMadeAnewAndNeverAnswersAsIfNothingHadBeen() {
    String invoice = story.invoiced(2_500_000, 250_000);
    engine.awaitRest();
    await().atMost(Story.PATIENCE).until(() -> search().text().contains(invoice));
    List<String> before = Wire.documents("invoices");
    String facets = facets().expect(200).text(); // Looking at the documents has refreshed them.

    Wire.openSearch("GET", "/_alias/invoices", "")
        .propertyNames()
        .forEach(index -> Wire.openSearch("DELETE", "/" + index, ""));

    assertThat(degraded(search()).text()).contains(invoice);
    thandi.get(Story.invoice(invoice)).expect(200);
    assertThat(thandi.ids("/api/v1/invoices?q=" + surname)).containsExactly(invoice);
    await()
        .atMost(Story.PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              Answer counted = facets();
              Answer found = search();
              if (counted.status() == 200) {
                assertThat(counted.text()).isEqualTo(facets);
              } else {
                away(counted);
              }
              // Whoever answers, the index or PostgreSQL.
              assertThat(found.expect(200).text()).contains(invoice);
              return found.at("/degraded").equals("false") && counted.status() == 200;
            });
    assertThat(Wire.documents("invoices")).isEqualTo(before);
  }

  @Test
  void withoutOpenSearchPostgresFindsAndSaysSoAndNobodyCounts() {
    ways.openSearch.cut();
    degraded(search());
    String invoice = story.invoiced(2_500_000, 250_000);
    assertThat(thandi.ids("/api/v1/invoices?q=" + surname)).containsExactly(invoice);
    // With the token of what was just done, for which no index could be ready.
    Answer found = degraded(thandi.get("/api/v1/search?type=INVOICE&q=" + surname));
    assertThat(found.at("/data/0/id")).isEqualTo(invoice);
    away(facets());
    away(reader.get("/api/v1/search/suggestions?q=" + surname));

    ways.openSearch.open();
    await()
        .atMost(Story.PATIENCE)
        .until(
            () -> {
              Answer healed = search();
              return healed.at("/degraded").equals("false") && healed.text().contains(invoice);
            });
  }

  @Test
  void withoutS3BillingWaitsAndGoesOn() {
    String early = story.invoiced(100_000, 50_000);
    String proForma = story.sent(2_500_000, 250_000);
    await().atMost(Story.PATIENCE).until(() -> Mailbox.count(story.email) == 2);

    ways.s3.cut();
    thandi.command(Story.proForma(proForma), "accept", "{}").expect(200);
    away(thandi.get(Story.invoice(early) + "/pdf"));
    await().atMost(Story.PATIENCE).until(() -> ways.s3.met() > 3);
    assertThat(story.status(proForma)).isEqualTo("ACCEPTED");

    ways.s3.open();
    story.converted(proForma);
    String invoice = story.invoiceOf(proForma);
    assertThat(thandi.ids("/api/v1/invoices?proFormaId=" + proForma)).containsExactly(invoice);
    thandi.get(Story.invoice(invoice) + "/pdf").expect(200);
  }

  @Test
  void withoutAMailServerAnInvoiceIsSentLaterAndOnce() {
    String invoice = story.invoiced(2_500_000, 250_000);
    await().atMost(Story.PATIENCE).until(() -> Mailbox.count(story.email) == 1);

    ways.smtp.cut();
    story.sendInvoice(invoice, "{}");
    await().atMost(Story.PATIENCE).until(() -> ways.smtp.met() > 0);
    assertThat(Mailbox.count(story.email)).isEqualTo(1);

    ways.smtp.open();
    await().atMost(Story.PATIENCE).until(() -> Mailbox.count(story.email) > 1);
    engine.awaitRest();
    assertThat(Mailbox.count(story.email)).isEqualTo(2);
    assertThat(story.read(Story.invoice(invoice)).at("/status")).isEqualTo("SENT");
  }

  private Answer search() {
    return reader.get("/api/v1/search?q=" + surname);
  }

  private Answer facets() {
    return reader.get("/api/v1/search/facets?type=INVOICE");
  }

  private static Answer degraded(Answer answer) {
    answer.expect(200);
    assertThat(answer.at("/degraded")).isEqualTo("true");
    assertThat(answer.header("Warning")).contains("degraded");
    return answer;
  }

  private static void away(Answer answer) {
    answer.expect(503);
    assertThat(answer.at("/code")).isIn("unavailable", "not-yet-applied");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }

  private static UnifiedJedis redis() {
    return RedisConnections.open(URI.create(TestParts.redis().url()), false);
  }

  private static void emptyRedis() {
    try (UnifiedJedis redis = redis()) {
      redis.flushAll();
    }
  }

  /** Until what the front end reads in Redis is this, however often the API was asked. */
  private void refilled(Map<String, Long> counts) {
    try (UnifiedJedis redis = redis()) {
      await()
          .atMost(Story.PATIENCE)
          .until(
              () -> {
                assertThat(story.counts()).isEqualTo(counts);
                return redis.exists(COUNTS) && published(redis.get(COUNTS)).equals(counts);
              });
    }
  }

  private static Map<String, Long> published(String text) {
    JsonNode json = JsonMapper.builder().build().readTree(text);
    return Map.of(
        "matter", json.path("matterCount").asLong(),
        "proForma", json.path("proFormaCount").asLong(),
        "invoice", json.path("invoiceCount").asLong(),
        "unpaid", json.path("unpaidCount").asLong());
  }
}
