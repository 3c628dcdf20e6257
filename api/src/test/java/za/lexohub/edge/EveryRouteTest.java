package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.edge.Description.Body;
import za.lexohub.edge.Description.Operation;

/** What holds for every address there is, and for the next one, too: made of the description. */
class EveryRouteTest extends EdgeTest {
  @Autowired EdgeApplication.KnownAttachments attachments;

  private static final String WORDS = "Mrs Dlamini is ill";
  private static final String HERE = "\"@here@\"";
  private static final String DEEP = "[".repeat(2_000);

  /** Words of the trade, numbers of registers, and what tells one shape of a body from another. */
  private static final Set<String> PLAIN =
      Set.of("matterType", "courtCaseNumber", "pattern", "attorneyId", "kind", "source");

  private Description description;
  private int turn;

  /** Each in its turn: all of them against every field would take long and find no more. */
  private String next(String... of) {
    return of[turn++ % of.length];
  }

  private List<Operation> commands() {
    description = new Description(get("/openapi.json").send().json());
    List<Operation> commands =
        description.operations().stream()
            .filter(it -> it.method().equals("POST"))
            // It changes nothing.
            .filter(it -> !it.path().equals("/api/v1/audit/pack"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(90);
    return commands;
  }

  @Test
  void noBodyIsTakenThatIsNotOne() {
    List<String> wrong = new ArrayList<>();
    for (Operation command : commands()) {
      refusedAsInput(wrong, command, next("{", "[]", "7", "{\"a\": 1, \"a\": 2}", DEEP));
      for (Body body : command.bodies()) {
        ObjectNode more = ((ObjectNode) body.example()).deepCopy().put("surprise", 1);
        Reply reply = refusedAsInput(wrong, command, more.toString());
        if (reply.status() == 400 && !reply.pointer().equals("/surprise")) {
          wrong.add(command + " does not name what it does not know: " + reply.text());
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void noFieldIsTakenThatIsAnother() {
    List<String> wrong = new ArrayList<>();
    for (Operation command : commands()) {
      for (Body body : command.bodies()) {
        for (String spoilt : spoilt(body.example())) {
          refusedAsInput(wrong, command, spoilt.replace(HERE, "{}"));
          String nasty = next("\"\\u0000\"", "\"\\ud800\"", "1e400", "-1", "false");
          Reply reply = send(command, spoilt.replace(HERE, nasty), "\"v1\"");
          if (reply.status() >= 500 || (reply.status() >= 400 && !reply.isProblem())) {
            wrong.add(command + " <- " + spoilt + " with " + nasty + ": " + reply.text());
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void noCommandGoesWithoutItsKeyAndVersion() {
    List<String> wrong = new ArrayList<>();
    for (Operation command : commands()) {
      String body = command.bodies().getFirst().example().toString();
      String path = address(command);
      Reply keyless = post(path).as(user(command)).ifMatch("\"v1\"").json(body).send();
      if (!keyless.code().equals("idempotency-key-missing") || !command.takesKey()) {
        wrong.add(command + " without a key: " + keyless.status() + keyless.text());
      }
      if (command.takesVersion()) {
        Reply anyVersion = post(path).as(user(command)).freshKey().json(body).send();
        if (anyVersion.status() != 428 || !anyVersion.code().equals("precondition-required")) {
          wrong.add(command + " without a version: " + anyVersion.status() + anyVersion.text());
        }
        Reply malformed = send(command, body, "v1");
        if (malformed.status() != 400 || !malformed.isProblem()) {
          wrong.add(command + " with half a version: " + malformed.status() + malformed.text());
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(gateway.commands).isEmpty();
  }

  /** What a person types may tell about people, and the log keeps it for good. */
  @Test
  void whatIsTypedReachesTheLogOnlySealed() {
    attachments.status = "STORED";
    List<String> wrong = new ArrayList<>();
    int sealed = 0;
    for (Operation command : commands()) {
      if (command.path().startsWith("/api/v1/public/")) {
        continue;
      }
      for (Body body : command.bodies()) {
        JsonNode written = body.example().deepCopy();
        if (write(written, body.schema()) == 0) {
          continue;
        }
        gateway.reset();
        Reply reply = send(command, written.toString(), "\"v1\"");
        if (gateway.commands.isEmpty()) {
          wrong.add(command + " was not sent: " + reply.text());
        } else if (gateway.commands.toString().contains("Dlamini is ill")) {
          wrong.add(command + " tells: " + gateway.commands.getFirst().getPayload());
        } else {
          sealed++;
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(sealed).isGreaterThan(60);
  }

  /** Writes words wherever there is room for them, and says in how many places. */
  private int write(JsonNode into, JsonNode schema) {
    int written = 0;
    if (into instanceof ArrayNode items) {
      for (JsonNode item : items) {
        written += write(item, description.resolved(schema.path("items")));
      }
    } else if (into instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        JsonNode type = description.resolved(property.getValue());
        if (isProse(type) && !PLAIN.contains(property.getKey())) {
          object.put(property.getKey(), WORDS);
          written++;
        } else if (object.has(property.getKey())) {
          written += write(object.get(property.getKey()), type);
        } else if (property.getKey().equals("matterId")) {
          // Some words need a matter to be about.
          object.put("matterId", UUID.randomUUID().toString());
        }
      }
    }
    return written;
  }

  private static boolean isProse(JsonNode type) {
    String pattern = type.path("pattern").asString("");
    return type.path("type").toString().contains("string")
        && !type.has("enum")
        && !type.has("format")
        && (pattern.isEmpty() || pattern.equals("\\P{Cntrl}*"));
  }

  /** The example, once for each of its values, in whose place something else can be put. */
  private static List<String> spoilt(JsonNode example) {
    List<String> spoilt = new ArrayList<>();
    spoil(example, example, "", spoilt);
    return spoilt;
  }

  private static void spoil(JsonNode whole, JsonNode part, String pointer, List<String> spoilt) {
    if (part instanceof ObjectNode object) {
      object
          .properties()
          .forEach(it -> spoil(whole, it.getValue(), pointer + "/" + it.getKey(), spoilt));
    } else if (part instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        spoil(whole, items.get(i), pointer + "/" + i, spoilt);
      }
    } else {
      JsonNode copy = whole.deepCopy();
      int slash = pointer.lastIndexOf('/');
      String name = pointer.substring(slash + 1);
      JsonNode here = JSON.readTree(HERE);
      if (copy.at(pointer.substring(0, slash)) instanceof ArrayNode items) {
        items.set(Integer.parseInt(name), here);
      } else {
        ((ObjectNode) copy.at(pointer.substring(0, slash))).set(name, here);
      }
      spoilt.add(copy.toString());
    }
  }

  /** A link that is none is refused before its body is looked at. */
  private Reply refusedAsInput(List<String> wrong, Operation command, String body) {
    Reply reply = send(command, body, "\"v1\"");
    boolean noLink =
        command.path().startsWith("/api/v1/public/") && reply.code().equals("link-invalid");
    if (!reply.isProblem() || (reply.status() != 400 && !noLink)) {
      wrong.add(command + " <- " + body + ": " + reply.status() + " " + reply.text());
    }
    return reply;
  }

  private Reply send(Operation command, String body, String version) {
    return post(address(command)).as(user(command)).freshKey().ifMatch(version).json(body).send();
  }

  private static String address(Operation command) {
    return command.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  private static String user(Operation command) {
    return command.path().startsWith("/api/v1/attorney/") ? "naledi" : "thandi";
  }
}
