package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description is public, complete, and the one that is committed. */
class OpenApiTest extends EdgeTest {
  private static final Path COMMITTED = Path.of("openapi.json");

  @Test
  void theDescriptionIsTheCommittedOne() throws IOException {
    Reply reply = get("/openapi.json").send();
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    if (Boolean.getBoolean("lexohub.openapi.write")) {
      Files.writeString(COMMITTED, reply.text().strip() + "\n");
    }

    assertThat(reply.text().strip())
        .as(
            "the API has changed: look at the difference, then write it anew with"
                + " -Dlexohub.openapi.write=true")
        .isEqualTo(Files.readString(COMMITTED).strip());
  }

  @Test
  void theDescriptionIsOpenApi31AndSaysHowToCommand() {
    JsonNode api = get("/openapi.json").send().json();

    assertThat(api.path("openapi").asString()).startsWith("3.1");
    JsonNode accept = api.path("paths").path("/api/v1/pro-formas/{id}/accept").path("post");
    assertThat(accept.path("parameters").findValuesAsString("name"))
        .contains("Idempotency-Key", "If-Match", "id");
    assertThat(accept.path("responses").has("4XX")).isTrue();
    JsonNode submit =
        api.path("paths").path("/api/v1/public/pro-formas/{token}/submit").path("post");
    assertThat(submit.path("security").isEmpty()).isTrue();
    assertThat(submit.isMissingNode()).isFalse();
  }

  @Test
  void whatTakesNoVersionDemandsNone() {
    JsonNode paths = get("/openapi.json").send().json().path("paths");

    JsonNode erase = paths.path("/api/v1/matters/{id}/erase-personal-data").path("post");
    assertThat(erase.path("parameters").findValuesAsString("name"))
        .contains("Idempotency-Key", "id")
        .doesNotContain("If-Match");
  }

  @Test
  void thereIsAPageToTryIt() {
    assertThat(get("/docs").send().status()).isEqualTo(302);
    assertThat(get("/swagger-ui/index.html").send().text()).contains("swagger-ui");
  }
}
