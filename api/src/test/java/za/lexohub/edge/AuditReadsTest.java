package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the auditor's addresses answer when they are asked wrongly, in vain or too early. */
class AuditReadsTest extends EdgeTest {
  private static final String AUDIT = "/api/v1/audit";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/events?colour=red",
        "/events?fromPosition=0",
        "/events?toPosition=many",
        "/events?from=yesterday",
        "/events?to=2026-01-01",
        "/events?actor=a&actor=b",
        "/events?type=",
        "/events?limit=0",
        "/events?sort=position",
        "/aggregates/x/history?limit=501",
        "/aggregates/x/history?type=MatterOpened"
      })
  void aParameterThatIsNotKnownOrNotReadableIsRefused(String path) {
    Reply reply = get(AUDIT + path).as("auditor").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-parameter");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path :
        List.of("/events/" + UUID.randomUUID(), "/events/7", "/aggregates/none/history")) {
      Reply reply = get(AUDIT + path).as("auditor").send();
      assertThat(reply.status()).as(path).isEqualTo(404);
      assertThat(reply.isProblem()).isTrue();
    }
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    Reply reply = get(AUDIT + "/events?after=abc").as("auditor").send();
    assertThat(reply.code()).isEqualTo("invalid-cursor");
  }

  @Test
  void aPageSaysWhereTheNextOneIsThoughItFoundNothing() {
    String path = AUDIT + "/events?actor=seldom&type=MatterOpened&type=MatterClosed";
    Reply first = get(path).as("auditor").send();
    String cursor = first.json().path("nextCursor").asString();

    assertThat(first.json().path("data")).isEmpty();
    assertThat(first.header("Link"))
        .contains("/api/v1/audit/events?")
        .contains("type=MatterOpened&type=MatterClosed")
        .endsWith("after=" + cursor + ">; rel=\"next\"");

    Reply second = get(path + "&limit=7&after=" + cursor).as("auditor").send();
    assertThat(second.status()).as(second.text()).isEqualTo(200);
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
    assertThat(second.header("Link")).isEmpty();
  }

  @Test
  void aCursorGoesOnInItsOwnListOnly() {
    String events = AUDIT + "/events?actor=seldom&type=A&type=B";
    String cursor = get(events).as("auditor").send().json().path("nextCursor").asString();

    assertThat(get(AUDIT + "/events?actor=seldom&type=B&type=A&after=" + cursor))
        .satisfies(same -> assertThat(same.as("auditor").send().status()).isEqualTo(200));
    for (String other :
        List.of(
            "?actor=seldom&type=A",
            "?actor=seldom",
            "?",
            "?actor=seldom&type=A&type=B&fromPosition=2")) {
      Reply reply = get(AUDIT + "/events" + other + "&after=" + cursor).as("auditor").send();
      assertThat(reply.status()).as(other).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid-cursor");
    }
  }

  @Test
  void aCursorOfAHistoryGoesOnInNoOther() {
    String life = AUDIT + "/aggregates/told-x/history";
    Reply first = get(life).as("auditor").send();
    String cursor = first.json().path("nextCursor").asString();

    assertThat(first.header("Link"))
        .as(first.text())
        .endsWith("after=" + cursor + ">; rel=\"next\"");
    assertThat(get(life + "?after=" + cursor).as("auditor").send().status()).isEqualTo(200);
    for (String other : List.of("told", "told-y")) {
      Reply reply =
          get(AUDIT + "/aggregates/" + other + "/history?after=" + cursor).as("auditor").send();
      assertThat(reply.status()).as(other).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid-cursor");
    }
  }

  @Test
  void anExportHasNoPages() {
    for (String page : List.of("limit=5", "after=abc")) {
      Reply reply =
          get(AUDIT + "/events?" + page)
              .as("auditor")
              .header("Accept", "application/x-ndjson")
              .send();
      assertThat(reply.status()).as(page).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid-parameter");
      assertThat(reply.isProblem()).isTrue();
    }
  }

  @Test
  void whoeverExportsWhileOthersDoIsToldToComeAgain() {
    Reply reply =
        get(AUDIT + "/events?actor=busy")
            .as("auditor")
            .header("Accept", "application/x-ndjson")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("unavailable");
    assertThat(reply.header("Retry-After")).isEqualTo("10");
    assertThat(reply.header("Content-Disposition")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "busy, 503, unavailable",
    "fresh, 503, not-yet-sealed",
    "away, 503, unavailable",
    "none, 404, not-found"
  })
  void aPackThatCannotBeMadeNowSaysWhenToComeAgain(String aggregate, int status, String code) {
    Reply reply =
        post(AUDIT + "/pack").as("auditor").json("{\"aggregateId\": \"" + aggregate + "\"}").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.header("Retry-After").isEmpty()).isEqualTo(status == 404);
    assertThat(reply.text()).doesNotContain("10.0.0.9");
  }

  @Test
  void aPackIsAskedForInPlainWords() {
    for (String body : List.of("{\"aggregateId\": \"\"}", "{\"aggregate\": \"x\"}", "[]")) {
      Reply reply = post(AUDIT + "/pack").as("auditor").json(body).send();
      assertThat(reply.status()).as(body).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid-input");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"matters", "pro-formas", "invoices"})
  void aMomentIsAPlaceInTheLog(String things) {
    String path = "/api/v1/" + things + "/" + UUID.randomUUID();

    assertThat(get(path + "?asOfPosition=50").as("thandi").send().status()).isEqualTo(404);
    assertThat(get(path + "?asOf=2026-01-01T00:00:00Z").as("auditor").send().status())
        .isEqualTo(404);
    assertThat(get(path + "?asOfPosition=50").as("analyst").send().status()).isEqualTo(403);
    for (String moment :
        List.of(
            "asOfPosition=51",
            "asOfPosition=0",
            "asOfPosition=",
            "asOf=soon",
            "asOf=2026-01-01T00:00:00Z&asOfPosition=1")) {
      Reply reply = get(path + "?" + moment).as("thandi").send();
      assertThat(reply.status()).as(moment).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid-parameter");
      assertThat(reply.pointer()).startsWith("asOf");
    }
  }
}
