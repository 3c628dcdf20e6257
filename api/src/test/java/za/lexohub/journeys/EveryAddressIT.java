package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import za.lexohub.edge.Description;
import za.lexohub.edge.Description.Body;
import za.lexohub.edge.Description.Operation;

/**
 * {@code domain.md} 17, scenario 13, at every address of the description: whoever has other books
 * finds nothing. An address that is of a new kind of thing fails until there is one to ask for.
 */
class EveryAddressIT {
  private static final String NO_LINK = "A".repeat(43);
  private static final Executor THREADS = command -> Thread.ofVirtual().start(command);

  /** What the first part of an address, or a second variable in it, stands for. */
  private static final Map<String, String> THINGS = new HashMap<>();

  private static Stage stage;
  private static Tokens tokens;
  private static Caller thandi;
  private static List<Operation> operations;

  @BeforeAll
  static void thandiHasOneOfEverything() {
    stage = Stage.shared();
    tokens = new Tokens(stage);
    thandi = stage.as("thandi");
    operations = new Description(thandi.get("/openapi.json").expect(200).json()).operations();
    new Belongings(thandi, stage.attorney()).listedIn(THINGS);
    JsonNode event =
        stage.as("auditor").get("/api/v1/audit/events?limit=1").expect(200).json().at("/data/0");
    THINGS.put("{eventId}", event.path("eventId").asString());
    THINGS.put("aggregates", event.path("aggregateId").asString());
    THINGS.put("{token}", NO_LINK);
    THINGS.put(
        "sessions", thandi.get("/api/v1/sessions").expect(200).json().at("/data/0/id").asString());
  }

  @Test
  void nobodyFindsWhatIsInOtherBooks() {
    String stranger = practice();
    Caller naledi = stage.as("naledi");
    List<Operation> about = operations.stream().filter(Operation::hasVariable).toList();
    List<String> wrong =
        about.stream()
            .map(it -> CompletableFuture.supplyAsync(() -> found(it, stranger, naledi), THREADS))
            .toList()
            .stream()
            .flatMap(it -> it.join().stream())
            .toList();

    assertThat(wrong).isEmpty();
    assertThat(about).hasSizeGreaterThan(110);
    assertThat(Sql.number("select count(*) from event_log where tenant_id = ?", stranger))
        .as("their practice, and nothing by all this")
        .isEqualTo(1);
  }

  /** What should not have been found, by somebody with other books and by one without a grant. */
  private static List<String> found(Operation operation, String stranger, Caller naledi) {
    List<String> wrong = new ArrayList<>();
    for (Body body : operation.bodies()) {
      Answer answer = ask(asker(operation, stranger), operation, body.example().toString());
      if (!isUnknown(answer)) {
        wrong.add(operation + " is answered to a stranger: " + told(answer));
      }
      if (operation.path().startsWith("/api/v1/attorney/")) {
        Answer ungranted = ask(naledi, operation, body.example().toString());
        if (!isUnknown(ungranted)) {
          wrong.add(operation + " is answered without a grant: " + told(ungranted));
        }
      } else if (operation.path().endsWith("{id}") && operation.isRead()) {
        Answer own = ask(owner(operation), operation, "");
        if (own.status() != 200) {
          wrong.add(operation + " is nobody's, so its refusal shows nothing: " + told(own));
        }
      }
    }
    return wrong;
  }

  private static boolean isUnknown(Answer answer) {
    return switch (answer.status()) {
      case 404 -> answer.json().path("code").asString().matches("not-found|link-invalid");
      // A list below something: of nothing.
      case 200 -> answer.json().path("data").isArray() && answer.json().path("data").isEmpty();
      default -> false;
    };
  }

  private static String told(Answer answer) {
    return answer.status() + " " + answer.text();
  }

  private static Answer ask(Caller caller, Operation operation, String body) {
    String path = filled(operation, THINGS);
    if (operation.isRead()) {
      return caller.get(path);
    }
    // With a version of what nobody has begun, all would be unknown.
    return caller.post(
        path, body, operation.takesVersion() ? Map.of("If-Match", "\"v1\"") : Map.of());
  }

  private static String filled(Operation operation, Map<String, String> things) {
    StringBuilder path = new StringBuilder("/api/v1");
    String kind = "";
    for (String part : operation.address().split("/")) {
      String value = part;
      if (part.startsWith("{")) {
        value = things.get(part.equals("{id}") ? kind : part);
        assertThat(value).as("no row for %s of %s", part, operation).isNotNull();
      } else {
        kind = part;
      }
      path.append('/').append(value);
    }
    return path.toString();
  }

  private static Caller asker(Operation operation, String tenant) {
    if (operation.path().startsWith("/api/v1/public/")) {
      return stage.attorney();
    }
    return caller(tenant, role(operation));
  }

  private static Caller owner(Operation operation) {
    return operation.path().startsWith("/api/v1/audit/") ? stage.as("auditor") : thandi;
  }

  private static String role(Operation operation) {
    if (operation.path().startsWith("/api/v1/attorney/")) {
      return "attorney";
    }
    return operation.path().startsWith("/api/v1/audit/") ? "auditor" : "advocate-senior";
  }

  private static Caller caller(String tenant, String role) {
    return Caller.with(tokens.of(tenant, role), stage.base());
  }

  /** Books of their own, in which nothing else is. */
  private static String practice() {
    String tenant = UUID.randomUUID().toString();
    Caller caller = caller(tenant, "advocate-senior");
    caller.post("/api/v1/practice", Belongings.PRACTICE).expect(201);
    await().atMost(Story.PATIENCE).until(() -> caller.get("/api/v1/practice").status() == 200);
    return tenant;
  }
}
