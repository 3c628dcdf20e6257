package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead nowhere, or could lead to two places, get a problem and reach nobody. */
class BadAddressTest extends EdgeTest {

  private static final String TOKEN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq";

  @Test
  void whatIsNotThereIsAProblemToo() {
    Reply nowhere = get("/api/v1/nowhere").as("thandi").send();
    Reply noUuid = get("/api/v1/invoices/42").as("thandi").send();
    Reply blank = get("/api/v1/invoices/%20").as("thandi").send();
    Reply noWorkflow = get("/api/v1/workflows/42").as("thandi").send();
    Reply wrongMethod = request("DELETE", "/api/v1/matters").as("thandi").send();
    Reply wrongVerb =
        post("/api/v1/matters/" + UUID.randomUUID() + "/explode").as("thandi").freshKey().send();

    assertThat(blank.status()).isEqualTo(400);
    assertThat(blank.isProblem()).isTrue();
    for (Reply reply : new Reply[] {nowhere, noUuid, noWorkflow, wrongVerb}) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(404);
      assertThat(reply.isProblem()).isTrue();
    }
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.isProblem()).isTrue();
    assertThat(wrongMethod.header("Allow")).contains("POST");
  }

  @Test
  void parametersThatAreNoTextAreRefused() {
    for (String query : new String[] {"q=%ff%fe", "%00=1"}) {
      Reply reply = get("/api/v1/search?" + query).as("thandi").send();

      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid-parameter");
    }
  }

  @Test
  void anAddressThatCouldMeanTwoThingsIsRefused() {
    Reply reply = get("/api/v1//matters/..;/invoices").as("thandi").send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.isProblem()).as(reply.text()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/%61pi/v1/matters",
        "/api/v1/%6Datters",
        "/api/%76%31/matters",
        "/%61pi/v1/public/pro-formas/" + TOKEN,
        "/api/v1/matters;a=b",
        "/api;x/v1/matters",
        "//api/v1/matters",
        "/api//v1/matters"
      })
  void aPathThatCanBeWrittenInTwoWaysIsRefused(String path) {
    Reply reply = post(path).as("thandi").freshKey().json(MATTER).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.isProblem()).as(reply.text()).isTrue();
    assertThat(reply.header("X-Correlation-Id")).isNotEmpty();
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void everyProblemHasAPage() {
    Reply reply = get("/api/v1/nowhere").as("thandi").send();
    String page = reply.json().path("type").asString().replaceFirst("https?://[^/]+", "");

    assertThat(get(page).send().status()).isEqualTo(200);
    assertThat(get("/problems/pro-forma-expired").send().text()).contains("Pro forma expired");
  }
}
