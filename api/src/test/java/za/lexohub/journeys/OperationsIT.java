package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import za.lexohub.readmodels.row.TenantScope;

/** An operator builds a read model anew, and works off what a read model could not apply. */
class OperationsIT {

  private static final String PROJECTIONS = "/actuator/projections";
  private static final String DEAD_LETTERS = "/actuator/deadletters";
  private static final String TENANT = "7a1d0c5e-0001-4000-8000-000000000001";
  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller operator = stage.as("operator");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void onlyAnOperatorSeesAndActs() {
    for (String path : List.of(PROJECTIONS, PROJECTIONS + "/matters", DEAD_LETTERS)) {
      stage.attorney().get(path).refused(401, "unauthenticated");
      thandi.get(path).refused(403, "forbidden");
      stage.as("auditor").get(path).refused(403, "forbidden");
      operator.get(path).expect(200);
    }
    thandi.post(PROJECTIONS + "/matters", replay("curious")).refused(403, "forbidden");
    stage
        .attorney()
        .post(PROJECTIONS + "/matters", replay("curious"))
        .refused(401, "unauthenticated");
    thandi
        .post(DEAD_LETTERS + "/matters", retry(UUID.randomUUID().toString()))
        .refused(403, "forbidden");
  }

  @Test
  void everyGroupIsShownWithItsKindAndPosition() {
    JsonNode groups = operator.get(PROJECTIONS).expect(200).json().path("groups");

    assertThat(groups.valueStream().map(group -> group.path("group").asString()).toList())
        .contains(
            "matters",
            "matter-cards",
            "pro-formas",
            "invoices",
            "workflow-counts",
            "workflows",
            "public-links",
            "personal-files",
            "matter-search",
            "pro-forma-search",
            "invoice-search",
            "pdf-queue",
            "email-queue",
            "event-bridge",
            "billing-saga",
            "invoice-delivery-saga",
            "pro-forma-delivery-saga",
            "invoice-overdue-saga",
            "pro-forma-expiry-saga",
            "erasure-saga",
            "document-erasure",
            "matter-grants");
    Answer matters = operator.get(PROJECTIONS + "/matters").expect(200);
    assertThat(matters.at("/kind")).isEqualTo("READ_MODEL");
    assertThat(matters.at("/segments/0/owner")).isEqualTo("THIS_NODE");
    assertThat(matters.number("/lag"))
        .isEqualTo(matters.number("/head") - matters.number("/appliedThrough"));
    assertThat(operator.get(PROJECTIONS + "/billing-saga").at("/kind")).isEqualTo("SAGA");
    assertThat(operator.get(PROJECTIONS + "/event-bridge").at("/kind")).isEqualTo("OUTBOUND");
    operator.get(PROJECTIONS + "/nothing").refused(404, "not-found");
    for (String meter : List.of("lexohub.projection.lag", "lexohub.deadletters")) {
      assertThat(
              operator
                  .get("/actuator/metrics/" + meter + "?tag=group:matters")
                  .expect(200)
                  .json()
                  .at("/measurements/0/value")
                  .isNumber())
          .isTrue();
    }
  }

  @Test
  void aReplayedReadModelGivesTheSameAnswers() {
    String proForma = story.sent(2_500_000, 250_000);
    thandi.command(Story.proForma(proForma), "accept", "{}").expect(200);
    story.converted(proForma);
    String invoice = story.invoiceOf(proForma);
    List<String> paths =
        List.of(
            Story.proForma(proForma),
            Story.invoice(invoice),
            "/api/v1/pro-formas?limit=500",
            "/api/v1/workflows/" + proForma + "-1",
            // Its own two documents: how others rank behind them changes when an index is built
            // anew.
            "/api/v1/search?limit=2&q=" + story.client.replace("Nomvula ", ""));
    settle();
    List<String> before = paths.stream().map(this::answer).toList();
    Map<String, Long> counts = story.counts();
    // Only a replay puts this right again.
    proForma(proForma, "title = 'spoilt'");

    for (String group :
        List.of("pro-formas", "invoices", "workflows", "workflow-counts", "pro-forma-search")) {
      Answer begun = operator.post(PROJECTIONS + "/" + group, replay("shape looked wrong"));
      assertThat(begun.expect(200).at("/running")).isEqualTo("true");
      assertThat(recorded("ReplayBegun", group)).last().asString().contains("shape looked wrong");
    }
    settle();

    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () -> assertThat(paths.stream().map(this::answer).toList()).isEqualTo(before));
    assertThat(story.counts()).isEqualTo(counts);
  }

  @Test
  void whatHasSideEffectsIsNotReplayedAndNothingWithoutAReason() {
    for (String group : List.of("billing-saga", "email-queue", "pdf-queue", "event-bridge")) {
      operator.post(PROJECTIONS + "/" + group, replay("once more")).refused(409, "not-replayable");
      assertThat(operator.get(PROJECTIONS + "/" + group).at("/running")).isEqualTo("true");
    }
    operator
        .post(PROJECTIONS + "/matters", "{\"action\": \"replay\"}")
        .refused(400, "invalid-input");
    operator.post(PROJECTIONS + "/matters", replay("two\\nlines")).refused(400, "invalid-input");
    operator
        .post(PROJECTIONS + "/matters", "{\"action\": \"destroy\"}")
        .refused(400, "invalid-input");
    operator.post(PROJECTIONS + "/nothing", replay("why not")).refused(404, "not-found");
  }

  @Test
  void aReplayWaitsForTheNodeThatHoldsASegment() {
    String group = PROJECTIONS + "/public-links";
    operator.post(group, "{\"action\": \"stop\", \"reason\": \"a look\"}").expect(200);
    JdbcClient jdbc = stage.bean(JdbcClient.class);
    jdbc.sql(
            "update token_entry set owner = 'another', timestamp = '2999-01-01T00:00:00Z'"
                + " where processor_name = 'public-links'")
        .update();
    try {
      Answer refused = operator.post(group, replay("shape looked wrong"));
      refused.refused(409, "segment-held-elsewhere");
      assertThat(refused.at("/detail")).contains("Stop the group there first");
      Answer state = operator.get(group);
      assertThat(state.at("/running")).isEqualTo("false");
      assertThat(state.at("/segments/0/owner")).isEqualTo("ANOTHER_NODE");
      await()
          .atMost(Story.PATIENCE)
          .untilAsserted(
              () -> {
                Answer health = operator.get("/actuator/health").expect(200);
                assertThat(health.at("/components/projections/status")).isEqualTo("DEGRADED");
                assertThat(health.at("/components/projections/details/public-links"))
                    .isEqualTo("stopped");
              });
      operator.get("/actuator/health/readiness").expect(200);
    } finally {
      jdbc.sql(
              "update token_entry set owner = null, timestamp = '2000-01-01T00:00:00Z'"
                  + " where processor_name = 'public-links'")
          .update();
      operator.post(group, "{\"action\": \"start\"}").expect(200);
    }
    await()
        .atMost(Story.PATIENCE)
        .until(() -> operator.get(group).at("/segments/0/owner").equals("THIS_NODE"));
  }

  @Test
  void everybodyOfThePracticeSeesHowFarWhatIsShownHasCome() {
    settle();
    for (String user : List.of("thandi", "auditor", "analyst", "operator")) {
      stage.as(user).get("/api/v1/projections").expect(200);
    }
    stage.as("naledi").get("/api/v1/projections").refused(403, "forbidden");
    Answer all = thandi.get("/api/v1/projections").expect(200);
    assertThat(all.number("/head")).isPositive();
    JsonNode matters = group(all, "matters");
    assertThat(matters.path("kind").asString()).isEqualTo("READ_MODEL");
    assertThat(matters.path("appliedThrough").asLong())
        .isEqualTo(all.number("/head") - matters.path("lagEvents").asLong());
    assertThat(matters.at("/segments/0/owner").asString("")).isNotEmpty();
    assertThat(matters.path("lagSeconds").isNumber()).isTrue();
    assertThat(matters.path("ratePerSecond").isNumber()).isTrue();
    assertThat(group(all, "billing-saga").path("kind").asString()).isEqualTo("SAGA");
    assertThat(group(all, "event-bridge").path("kind").asString()).isEqualTo("OUTBOUND");
    assertThat(thandi.get("/api/v1/matters").expect(200).header("Projection-Lag"))
        .containsOnlyDigits();
  }

  @Test
  void aGroupThatStandsStillFallsBehindInEventsAndSecondsAndItsPaceIsNothing() {
    settle();
    operator
        .post(PROJECTIONS + "/rate-cards", "{\"action\": \"stop\", \"reason\": \"a look\"}")
        .expect(200);
    try {
      story.link();
      await()
          .atMost(Story.PATIENCE)
          .untilAsserted(
              () -> {
                JsonNode group = group(thandi.get("/api/v1/projections"), "rate-cards");
                assertThat(group.path("lagEvents").asLong()).isPositive();
                assertThat(group.path("lagSeconds").asDouble()).isPositive();
                assertThat(group.at("/segments/0/owner").isNull()).isTrue();
              });
      for (String meter :
          List.of(
              "lexohub.projection.lag.seconds",
              "lexohub.projection.rate",
              "lexohub.projection.replaying")) {
        operator.get("/actuator/metrics/" + meter + "?tag=group:rate-cards").expect(200);
      }
    } finally {
      operator.post(PROJECTIONS + "/rate-cards", "{\"action\": \"start\"}").expect(200);
    }
  }

  private static JsonNode group(Answer all, String name) {
    return all.expect(200)
        .json()
        .path("groups")
        .valueStream()
        .filter(one -> one.path("group").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What the log says that operators did to this sequence: payload and metadata. */
  private static List<String> recorded(String type, String sequence) {
    return Sql.column(
        "select convert_from(payload, 'UTF8') || convert_from(metadata, 'UTF8') from event_log"
            + " where tenant_id = 'operations' and event_type = ?"
            + " and convert_from(payload, 'UTF8') like ? order by position",
        type,
        "%" + sequence + "%");
  }

  /** Without the relevance of hits, which hangs on how the index has grown. */
  private String answer(String path) {
    return story.read(path).text().replaceAll("\"(score|nextCursor)\":[^,}]+", "");
  }

  /** Until every group has read everything. */
  private void settle() {
    await()
        .atMost(Story.PATIENCE)
        .until(
            () ->
                operator
                    .get(PROJECTIONS)
                    .expect(200)
                    .json()
                    .path("groups")
                    .valueStream()
                    .allMatch(
                        group ->
                            group.path("lag").asLong() == 0
                                && !group.path("replaying").asBoolean()));
  }

  private void proForma(String id, String change) {
    int changed =
        stage
            .bean(TenantScope.class)
            .write(
                TENANT,
                jdbc ->
                    jdbc.sql("update pro_formas set " + change + " where id = ?")
                        .param(UUID.fromString(id))
                        .update());
    assertThat(changed).isEqualTo(1);
  }

  private static String replay(String reason) {
    return "{\"action\": \"replay\", \"reason\": \"%s\"}".formatted(reason);
  }

  private static String retry(String sequence) {
    return "{\"action\": \"retry\", \"sequence\": \"%s\"}".formatted(sequence);
  }
}
