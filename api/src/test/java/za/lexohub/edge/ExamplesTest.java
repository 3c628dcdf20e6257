package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the description shows as a body is taken, and what it says of the answer is so. */
class ExamplesTest extends EdgeTest {
  @Autowired EdgeApplication.KnownAttachments attachments;

  private static final String NOTHING = "#/components/schemas/Nothing";

  @Test
  void everyBodyHasAnExampleThatIsTakenAndAnsweredAsDescribed() {
    attachments.status = "STORED";
    JsonNode api = get("/openapi.json").send().json();
    List<String> wrong = new ArrayList<>();
    int sent = 0;
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      JsonNode post = path.getValue().path("post");
      if (!path.getKey().startsWith("/api/v1/") || post.isMissingNode()) {
        continue;
      }
      String id = post.path("operationId").asString();
      JsonNode content = post.path("requestBody").path("content").path("application/json");
      boolean bodiless =
          content.isMissingNode()
              || content.path("schema").path("$ref").asString("").equals(NOTHING);
      JsonNode example = example(api, content);
      if (!bodiless && example.isMissingNode()) {
        wrong.add(id + " has no example");
        continue;
      }
      Reply reply = send(path.getKey(), bodiless ? "{}" : example.toString());
      sent++;
      if (isBadInput(reply)) {
        wrong.add(id + " refuses its example: " + reply.text());
      } else if (reply.status() < 300
          && !post.path("responses").has(Integer.toString(reply.status()))) {
        wrong.add(id + " answers " + reply.status() + " and does not say so");
      } else if (reply.status() == 201 && reply.header("Location").isEmpty()) {
        wrong.add(id + " says nothing of where it is read");
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(sent).isGreaterThan(40);
  }

  /** Whoever may: an attorney's addresses are nobody else's, and so is the log. */
  private Reply send(String path, String body) {
    String user =
        path.startsWith("/api/v1/attorney/")
            ? "naledi"
            : path.startsWith("/api/v1/audit/") ? "auditor" : "thandi";
    return post(path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
        .as(user)
        .freshKey()
        .ifMatch("\"v1\"")
        .json(body)
        .send();
  }

  private static boolean isBadInput(Reply reply) {
    return List.of(400, 403, 405, 415, 422, 428, 500).contains(reply.status());
  }

  private static JsonNode example(JsonNode api, JsonNode content) {
    if (content.has("example")) {
      return content.path("example");
    }
    JsonNode schema = content.path("schema");
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty()
        ? schema.path("example")
        : api.at(reference.substring(1)).path("example");
  }
}
