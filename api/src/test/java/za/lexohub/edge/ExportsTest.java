package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which form books leave over HTTP, and what a part of them looks like. */
class ExportsTest extends EdgeTest {
  private static final String MATTERS = "/api/v1/exports/matters?asOfPosition=50";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|application/json|json",
        "*/*|application/json|json",
        "text/csv|text/csv;header=present;charset=UTF-8|csv",
        "text/*|text/csv;header=present;charset=UTF-8|csv",
        "application/x-ndjson|application/x-ndjson|ndjson",
        "application/vnd.apache.parquet|application/vnd.apache.parquet|parquet",
        "text/csv;q=0.5, application/x-ndjson|application/x-ndjson|ndjson",
        "text/html, application/json;q=0.2,"
            + " text/csv;q=0.8|text/csv;header=present;charset=UTF-8|csv"
      })
  void whatIsLikedBestIsSent(String accept, String contentType, String ending) {
    Reply reply = get(MATTERS).as("thandi").header("Accept", accept).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringCase(contentType);
    assertThat(reply.header("As-Of-Position")).isEqualTo("50");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"matters-50." + ending + "\"");
    assertThat(reply.header("Cache-Control")).contains("no-store");
  }

  @Test
  void theParameterCountsForMoreThanTheHeader() {
    Reply csv = get(MATTERS + "&format=csv").as("thandi").header("Accept", "text/html").send();
    assertThat(csv.text())
        .startsWith("# asOfPosition=50,asOf=,dataset=matters,version=1\r\nid,reference,")
        .endsWith(",updatedAt\r\n");
    Reply lines = get(MATTERS + "&format=NDJSON").as("thandi").send();
    assertThat(lines.text()).isEqualTo("{\"trailer\":{\"count\":0,\"asOfPosition\":50}}\n");
    Reply moment = get("/api/v1/exports/invoices?asOf=2026-02-28T10:00:00Z").as("auditor").send();
    assertThat(moment.json().path("asOfPosition").asLong()).isEqualTo(40);
    assertThat(moment.json().path("asOf").asString()).isEqualTo("2026-02-28T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/pdf", "text/csv;q=0", "nonsense"})
  void whatThereIsNotIsNotAcceptable(String accept) {
    for (String path : List.of(MATTERS, "/api/v1/reports/revenue")) {
      Reply reply = get(path).as("thandi").header("Accept", accept).send();
      assertThat(reply.status()).as(reply.text()).isEqualTo(406);
      assertThat(reply.code()).isEqualTo("not-acceptable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "ndjson", "parquet"})
  void whatBreaksOffOnItsWayDoesNotEndLikeAWhole(String format) {
    assertThatThrownBy(
            () ->
                get("/api/v1/exports/matters?asOfPosition=13&format=" + format).as("thandi").send())
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void whatFailsBeforeAnythingIsSentIsAProblem() {
    Reply reply = get("/api/v1/exports/matters?asOfPosition=14&format=csv").as("thandi").send();
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.isProblem()).isTrue();
    assertThat(reply.text()).doesNotContain("10.0.0.9");
  }

  @Test
  void whatHasNoPastSaysSo() {
    for (String path :
        List.of("/api/v1/exports/work-items", "/api/v1/exports/receipts", "/api/v1/reports/wip")) {
      Reply reply = get(path + "?asOfPosition=5").as("thandi").send();
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.pointer()).isEqualTo("asOfPosition");
      assertThat(reply.json().path("detail").asString())
          .startsWith("This is known only as it is now.");
    }
  }

  @Test
  void theDescriptionNamesEveryForm() {
    var content =
        get("/openapi.json")
            .send()
            .json()
            .at("/paths/~1api~1v1~1exports~1ledger/get/responses/200/content");
    assertThat(content.propertyNames())
        .contains(
            "application/json",
            "text/csv",
            "application/x-ndjson",
            "application/vnd.apache.parquet");
  }
}
