package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import za.lexohub.readmodels.row.TenantScope;

/** What cannot be applied is parked, listed, and retried or skipped by an operator. */
class DeadLettersIT {

  private static final String PROJECTIONS = "/actuator/projections";
  private static final String DEAD_LETTERS = "/actuator/deadletters";
  private static final String TENANT = "7a1d0c5e-0001-4000-8000-000000000001";
  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller operator = stage.as("operator");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void aParkedSequenceIsListedAndDrainedInOrderOnceItsCauseIsGone() {
    Answer link = story.link();
    String id = link.id();
    String sound = story.link().id();
    story.read(Story.proForma(id));
    UUID away = hide(id);

    story.submit(link.at("/link/token"));
    await().atMost(Story.PATIENCE).until(() -> !parked(id).isMissingNode());
    thandi
        .post(
            Story.proForma(id) + "/draft",
            story.pricing(1_000_000, 100_000),
            Map.of("If-Match", "\"v2\""))
        .expect(200);
    await().atMost(Story.PATIENCE).until(() -> parked(id).path("events").asInt() == 2);

    JsonNode parked = parked(id);
    assertThat(parked.at("/first/type").asString()).isEqualTo("ProFormaRequestSubmitted");
    assertThat(parked.at("/first/aggregateId").asString()).isEqualTo(id);
    assertThat(parked.at("/first/sequenceNumber").asLong()).isEqualTo(1);
    assertThat(parked.at("/first/position").asLong()).isPositive();
    assertThat(parked.at("/cause/type").asString()).endsWith("MissingRow");
    assertThat(parked.at("/cause/message").asString()).startsWith("no row in pro_formas for " + id);
    assertThat(parked.path("tried").asInt()).isEqualTo(1);
    thandi.get(Story.proForma(id)).refused(503, "projection-parked");
    thandi.get(Story.proForma(sound)).expect(200);
    thandi.get("/api/v1/reports/pipeline").refused(503, "projection-parked");
    thandi.get("/api/v1/reports/vat").expect(200);
    assertThat(operator.get(PROJECTIONS + "/pro-formas").number("/parkedSequences")).isPositive();

    Answer tooEarly = operator.post(DEAD_LETTERS + "/pro-formas", retry(id)).expect(200);
    assertThat(tooEarly.at("/wentThrough")).isEqualTo("false");
    assertThat(tooEarly.number("/left/events")).isEqualTo(2);
    assertThat(tooEarly.number("/left/tried")).isEqualTo(2);
    assertThat(tooEarly.at("/left/cause/type")).endsWith("MissingRow");

    bringBack(away, id);
    Answer through = operator.post(DEAD_LETTERS + "/pro-formas", retry(id)).expect(200);
    assertThat(through.at("/wentThrough")).isEqualTo("true");
    assertThat(parked(id).isMissingNode()).isTrue();
    Answer read = thandi.get(Story.proForma(id)).expect(200);
    assertThat(read.at("/status")).isEqualTo("DRAFT");
    assertThat(read.etag()).isEqualTo("\"v3\"");
    thandi.get("/api/v1/reports/pipeline").expect(200);
    operator.post(DEAD_LETTERS + "/pro-formas", retry(id)).refused(404, "not-found");
    assertThat(recorded("DeadLetterRetried", id))
        .as("both retries, the first in vain")
        .satisfiesExactly(
            first -> assertThat(first).contains("\"wentThrough\":false"),
            second -> assertThat(second).contains("\"wentThrough\":true"));
  }

  @Test
  void anEventIsSkippedOnlyWithAReasonAndTheNextOneIsTried() {
    Answer link = story.link();
    String id = link.id();
    story.read(Story.proForma(id));
    UUID away = hide(id);
    story.submit(link.at("/link/token"));
    thandi
        .post(
            Story.proForma(id) + "/draft",
            story.pricing(1_000_000, 100_000),
            Map.of("If-Match", "\"v2\""))
        .expect(200);
    await().atMost(Story.PATIENCE).until(() -> parked(id).path("events").asInt() == 2);

    operator
        .post(
            DEAD_LETTERS + "/pro-formas",
            "{\"action\": \"skip\", \"sequence\": \"%s\"}".formatted(id))
        .refused(400, "invalid-input");
    assertThat(parked(id).path("events").asInt()).isEqualTo(2);

    Answer first = operator.post(DEAD_LETTERS + "/pro-formas", skip(id)).expect(200);
    assertThat(first.at("/skipped/type")).isEqualTo("ProFormaRequestSubmitted");
    assertThat(first.at("/wentThrough")).isEqualTo("false");
    assertThat(first.at("/left/first/type")).isEqualTo("ProFormaDrafted");
    bringBack(away, id);
    Answer last = operator.post(DEAD_LETTERS + "/pro-formas", retry(id)).expect(200);
    assertThat(last.at("/wentThrough")).isEqualTo("true");
    Answer without = thandi.get(Story.proForma(id)).expect(200);
    assertThat(without.etag()).isEqualTo("\"v3\"");
    assertThat(without.text()).contains("\"submittedAt\":null");
    assertThat(recorded("DeadLetterSkipped", id))
        .singleElement()
        .satisfies(
            skipped ->
                assertThat(skipped)
                    .contains(
                        "\"eventType\":\"ProFormaRequestSubmitted\"",
                        "\"actorType\":\"OPERATOR\"",
                        "\"reason\":\"the request was withdrawn by telephone\""));

    // What is skipped is left out until a replay; nobody after this test shall meet its absence.
    Engine engine = new Engine(stage);
    engine.replay(List.of("pro-formas"));
    engine.awaitApplied("pro-formas");
    assertThat(thandi.get(Story.proForma(id)).expect(200).at("/submittedAt")).startsWith("20");
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

  private JsonNode parked(String sequence) {
    return operator
        .get(DEAD_LETTERS + "/pro-formas")
        .expect(200)
        .json()
        .path("sequences")
        .valueStream()
        .filter(parked -> parked.path("sequence").asString().equals(sequence))
        .findFirst()
        .orElse(tools.jackson.databind.node.MissingNode.getInstance());
  }

  /** The row is gone for its projector. */
  private UUID hide(String id) {
    UUID away = UUID.randomUUID();
    proForma(id, "id = '" + away + "'");
    return away;
  }

  private void bringBack(UUID away, String id) {
    proForma(away.toString(), "id = '" + id + "'");
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

  private static String retry(String sequence) {
    return "{\"action\": \"retry\", \"sequence\": \"%s\"}".formatted(sequence);
  }

  private static String skip(String sequence) {
    return """
    {"action": "skip", "sequence": "%s", "reason": "the request was withdrawn by telephone"}
    """
        .formatted(sequence);
  }
}
