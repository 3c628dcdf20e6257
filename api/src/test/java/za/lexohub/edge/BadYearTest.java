package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and times of years that nobody means are refused where they stand. */
class BadYearTest extends EdgeTest {

  private static final String PAYMENTS = "/api/v1/invoices/" + UUID.randomUUID() + "/payments";

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"+300000-01-01", "+999999999-12-31", "0000-01-01", "1899-12-31", "2200-01-01"})
  void aDayOfAYearThatNobodyMeansIsRefused(String day) {
    String invoice = "/api/v1/invoices/" + UUID.randomUUID();
    String payment = PAYMENT.replace("\"method\"", "\"paymentDate\": \"" + day + "\", \"method\"");
    String matter = MATTER.replaceFirst("\\{", "{\"openedOn\": \"" + day + "\", ");

    assertOutOfYears(post(PAYMENTS).ifMatch("\"v1\"").json(payment), "/paymentDate");
    assertOutOfYears(post("/api/v1/matters").json(matter), "/openedOn");
    assertOutOfYears(
        post(invoice + "/send").ifMatch("\"v1\"").json("{\"invoiceDate\": \"" + day + "\"}"),
        "/invoiceDate");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"+300000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "2200-01-01T00:00:00Z"})
  void aTimeOfAYearThatNobodyMeansIsRefused(String time) {
    assertOutOfYears(post("/api/v1/pro-formas").json(link(time)), "/expiresAt");
  }

  @Test
  void aLinkLastsAYearAtMost() {
    String soon = Instant.now().plus(364, ChronoUnit.DAYS).toString();
    String late = Instant.now().plus(366, ChronoUnit.DAYS).toString();

    assertOutOfYears(post("/api/v1/pro-formas").json(link(late)), "/expiresAt");
    Reply reply = post("/api/v1/pro-formas").as("thandi").freshKey().json(link(soon)).send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private static String link(String expiresAt) {
    return """
    {"kind": "LINK", "matterType": "Opinion", "title": "Dlamini", "expiresAt": "%s",
     "client": {"name": "Nomvula Dlamini"}}
    """
        .formatted(expiresAt);
  }

  private void assertOutOfYears(Request request, String pointer) {
    Reply reply = request.as("thandi").freshKey().send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-input");
    assertThat(reply.pointer()).as(reply.text()).isEqualTo(pointer);
    assertThat(gateway.commands).isEmpty();
  }
}
