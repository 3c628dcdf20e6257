package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import za.lexohub.api.command.CommandRequestArgument;

/** Bad input gets the right 4xx problem and reaches nobody. */
class BadInputTest extends EdgeTest {

  private static final String PAYMENTS = "/api/v1/invoices/" + UUID.randomUUID() + "/payments";
  private static final String DRAFTS = "/api/v1/pro-formas/" + UUID.randomUUID() + "/draft";

  @ParameterizedTest(name = "{0} is refused at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"amount\": {\"amount\": -1, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|range",
        "{\"amount\": {\"amount\": 0, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|range",
        "{\"amount\": {\"amount\": 100.5, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|wrong-type",
        "{\"amount\": {\"amount\": 100.0, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|wrong-type",
        "{\"amount\": {\"amount\": \"100\", \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|wrong-type",
        "{\"amount\": {\"amount\": 1e3, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|wrong-type",
        "{\"amount\": {\"amount\": 9007199254740993, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|range",
        "{\"amount\": {\"amount\": 99999999999999999999, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|*",
        "{\"amount\": {\"amount\": true, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|wrong-type",
        "{\"amount\": {\"amount\": null, \"currency\": \"ZAR\"}, \"method\":"
            + " \"EFT\"}|/amount/amount|required",
        "{\"amount\": {\"amount\": 100, \"currency\": \"USD\"}, \"method\":"
            + " \"EFT\"}|/amount/currency|format",
        "{\"amount\": {\"amount\": 100}, \"method\": \"EFT\"}|/amount/currency|required",
        "{\"amount\": 100, \"method\": \"EFT\"}|/amount|wrong-type",
        "{\"method\": \"EFT\"}|/amount|required",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\":"
            + " \"SHELLS\"}|/method|unknown-value",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": 0}|/method|*",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\", \"paidBy\":"
            + " \"me\"}|/paidBy|unknown-field",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\", \"x\": 1}, \"method\":"
            + " \"EFT\"}|/amount/x|unknown-field",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\","
            + " \"paymentDate\": \"31/12/2026\"}|/paymentDate|wrong-type",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\","
            + " \"paymentDate\": 20261231}|/paymentDate|wrong-type",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\","
            + " \"paymentDate\": \"+999999999-12-31\"}|/paymentDate|wrong-type",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\","
            + " \"paymentDate\": \"9999-12-31\"}|/paymentDate|wrong-type",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\","
            + " \"paymentDate\": \"-0044-03-15\"}|/paymentDate|wrong-type",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\","
            + " \"paymentDate\": \"\"}|/paymentDate|wrong-type",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\", \"paymentId\":"
            + " \"42\"}|/paymentId|wrong-type",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\", \"reference\":"
            + " \"a\\u0000b\"}|/reference|*",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\", \"reference\":"
            + " \"a\\n"
            + "Bcc: x\"}|/reference|format",
        "{\"amount\": {\"amount\": 100, \"currency\": \"ZAR\"}, \"method\": \"EFT\", \"reference\":"
            + " 7}|/reference|wrong-type",
        "[]||wrong-type",
        "\"text\"||wrong-type",
        "null||required"
      })
  void aBodyThatIsNotAPayment(String body, String pointer, String code) {
    Reply reply = post(PAYMENTS).as("thandi").freshKey().ifMatch("\"v1\"").json(body).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.isProblem()).isTrue();
    assertThat(reply.code()).isEqualTo("invalid-input");
    assertThat(reply.pointer()).as(reply.text()).isEqualTo(pointer == null ? "" : pointer);
    if (!code.equals("*")) {
      assertThat(reply.json().path("errors").path(0).path("code").asString()).isEqualTo(code);
    }
    assertThat(reply.text()).doesNotContain("za.lexohub").doesNotContain("jackson");
    assertThat(gateway.commands).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{",
        "{\"a\"",
        "{'a': 1}",
        "{\"amount\": NaN}",
        "hello",
        "{} {}",
        "{\"a\": 1, \"a\": 2}",
        "<xml/>"
      })
  void aBodyThatIsNotJson(String body) {
    Reply reply = post(PAYMENTS).as("thandi").freshKey().ifMatch("\"v1\"").json(body).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.isProblem()).isTrue();
    assertThat(gateway.commands).isEmpty();
  }

  @ParameterizedTest(name = "quantity {0} and rate {1} are refused at {2}")
  @CsvSource({
    "0, 100, /lines/0/quantity",
    "-1, 100, /lines/0/quantity",
    "100001, 100, /lines/0/quantity",
    "1.1234567, 100, /lines/0/quantity",
    "1e999999999, 100, /lines/0/quantity",
    "'\"1\"', 100, /lines/0/quantity",
    "1, 0, /lines/0/rate/amount",
    "1, -5, /lines/0/rate/amount",
  })
  void aLineThatCannotBePriced(String quantity, String rate, String pointer) {
    String body =
        """
        {"title": "Opinion", "lines": [{"kind": "FEE", "description": "Work",
         "quantity": %s, "rate": {"amount": %s, "currency": "ZAR"}}]}
        """
            .formatted(quantity, rate);
    Reply reply = post(DRAFTS).as("thandi").freshKey().ifMatch("\"v2\"").json(body).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.pointer()).as(reply.text()).isEqualTo(pointer);
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void whatMessagesRefuseToBeIsInputToo() {
    String body =
        """
        {"title": "Opinion", "lines": [{"kind": "FEE", "description": "Work",
         "quantity": 1, "rate": {"amount": 1000000001, "currency": "ZAR"}}]}
        """;
    Reply reply = post(DRAFTS).as("thandi").freshKey().ifMatch("\"v2\"").json(body).send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-input");
  }

  @ParameterizedTest(name = "access for <{0}> is refused")
  @ValueSource(
      strings = {"naledi@khumalo.example", "Naledi Khumalo", " naledi", "naledi\u00a0k", ""})
  void whoIsGrantedAccessIsNamedByASubjectAlone(String attorney) {
    String body = "{\"attorneyId\": \"" + attorney + "\", \"level\": \"VIEW\"}";
    String path = "/api/v1/matters/" + UUID.randomUUID() + "/grant-access";
    Reply reply = post(path).as("thandi").freshKey().ifMatch("\"v2\"").json(body).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-input");
    assertThat(reply.pointer()).isEqualTo("/attorneyId");
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void everyMissingFieldIsNamed() {
    Reply reply = post("/api/v1/matters").as("thandi").freshKey().json("{}").send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").findValuesAsString("pointer"))
        .containsExactly("/attorney", "/client", "/matterType", "/title");
  }

  @Test
  void aProFormaOfNoKnownKindIsRefused() {
    Reply unknown =
        post("/api/v1/pro-formas").as("thandi").freshKey().json("{\"kind\": \"GIFT\"}").send();
    Reply missing = post("/api/v1/pro-formas").as("thandi").freshKey().json("{}").send();

    assertThat(unknown.status()).as(unknown.text()).isEqualTo(400);
    assertThat(unknown.pointer()).isEqualTo("/kind");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.pointer()).isEqualTo("/kind");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedUnread() {
    byte[] huge = new byte[256 * 1024 + 1];
    Arrays.fill(huge, (byte) ' ');
    Reply reply =
        post("/api/v1/matters")
            .as("thandi")
            .freshKey()
            .header("Content-Type", "application/json")
            .bytes(huge)
            .send();

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.isProblem()).isTrue();
  }

  @Test
  void aDeeplyNestedBodyIsRefused() {
    String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    Reply reply = post("/api/v1/matters").as("thandi").freshKey().json(deep).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.isProblem()).isTrue();
  }

  @Test
  void anotherContentTypeIsRefused() {
    Reply reply =
        post("/api/v1/matters")
            .as("thandi")
            .freshKey()
            .header("Content-Type", "text/plain")
            .bytes(MATTER.getBytes(StandardCharsets.UTF_8))
            .send();

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.isProblem()).isTrue();
  }

  @Test
  void aRangeOfMediaTypesIsNoneForABody() {
    Reply reply =
        post("/api/v1/matters")
            .as("thandi")
            .freshKey()
            .header("Content-Type", "*/*")
            .bytes(MATTER.getBytes(StandardCharsets.UTF_8))
            .send();

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.isProblem()).isTrue();
  }

  @Test
  void aBodyThatWasNotKeptHasNoHash() {
    NativeWebRequest web = new ServletWebRequest(new MockHttpServletRequest("POST", "/api/v1/x"));

    assertThatThrownBy(
            () -> new CommandRequestArgument().resolveArgument(noParameter(), null, web, null))
        .isInstanceOf(IllegalStateException.class);
  }

  private static MethodParameter noParameter() {
    return new MethodParameter(ReflectionUtils.findMethod(Object.class, "equals", Object.class), 0);
  }

  @Test
  void aBodyWhereNoneIsExpectedIsLookedAt() {
    String path = "/api/v1/matters/" + UUID.randomUUID() + "/resume";
    Reply reply = post(path).as("thandi").freshKey().ifMatch("\"v1\"").json("{\"x\": 1}").send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointer()).isEqualTo("/x");
  }
}
