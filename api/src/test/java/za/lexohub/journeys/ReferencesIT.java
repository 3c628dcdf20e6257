package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * An id in a body is no way into other books: it is unknown there, or moves nothing. Every id that
 * the description knows has its row here, or its reason for having none.
 */
class ReferencesIT {

  private static final Executor THREADS = command -> Thread.ofVirtual().start(command);
  private static final Map<String, String> THEIRS = new HashMap<>();
  private static final Map<String, String> OWN = new HashMap<>();

  private static Stage stage;
  private static Caller thandi;
  private static Caller keeper;
  private static String tenant;

  @BeforeAll
  static void bothHaveBooks() {
    stage = Stage.shared();
    thandi = stage.as("thandi");
    new Belongings(thandi, stage.attorney()).listedIn(THEIRS);
    THEIRS.put("notifications", unread().getFirst());
    tenant = UUID.randomUUID().toString();
    keeper = Caller.with(new Tokens(stage).of(tenant, "advocate-senior"), stage.base());
    keeper.post("/api/v1/practice", Belongings.PRACTICE).expect(201);
    LocalDate today =
        LocalDate.ofInstant(stage.clock().instant(), ZoneId.of("Africa/Johannesburg"));
    keeper
        .command(
            "/api/v1/practice",
            "change-profile",
            "{\"profile\": \"TRUST_ACCOUNT\", \"fidelityCertificateUntil\": \"%s\"}"
                .formatted(today.plusYears(1)))
        .expect(200);
    keeper
        .post(
            "/api/v1/trust-account",
            "{\"bank\": {\"bank\": \"FNB\", \"accountName\": \"B Nkosi Trust\","
                + " \"accountNumber\": \"62000000001\", \"branchCode\": \"250655\"}}")
        .expect(201);
    ofHerOwn();
  }

  /** What the addresses are about; the retainer and the account hold what is asked of them. */
  private static void ofHerOwn() {
    Story story = new Story(keeper, stage.attorney());
    String matter = story.matter();
    String invoice = story.fixedFee(matter, 100_000);
    OWN.put("matters", matter);
    OWN.put("invoices/{id}/update", invoice);
    String issued = story.fixedFee(matter, 100_000);
    story.sendInvoice(issued, "{}");
    OWN.put("invoices", issued);
    Answer link = story.link();
    story.submit(link.at("/link/token"));
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("SUBMITTED"));
    OWN.put("pro-formas/{id}/draft", link.id());
    OWN.put(
        "pro-formas/{id}/revise",
        keeper
            .post(
                "/api/v1/pro-formas",
                story
                    .pricing(100_000, 1_000)
                    .replaceFirst("\\{", "{\"kind\": \"DRAFT\", " + References.PARTIES))
            .expect(201)
            .id());
    OWN.put(
        "receipts",
        keeper
            .post("/api/v1/receipts", "{%s, \"method\": \"EFT\"}".formatted(References.CENTS))
            .expect(201)
            .id());
    String retainer =
        keeper
            .post(
                "/api/v1/matters/" + matter + "/retainers",
                "{\"type\": \"EVERGREEN\", %s, \"startsOn\": \"2026-01-05\"}"
                    .formatted(References.CENTS))
            .expect(201)
            .id();
    OWN.put("retainers", retainer);
    OWN.put(
        "agreements",
        keeper
            .post(
                "/api/v1/agreements",
                "{\"matterId\": \"%s\", %s}".formatted(matter, References.agreement()))
            .expect(201)
            .id());
    String coming =
        "{%s, \"method\": \"EFT\", \"matterId\": \"%s\"}".formatted(References.CENTS, matter);
    keeper.command("/api/v1/retainers/" + retainer, "deposit", coming).expect(200);
    keeper.command("/api/v1/trust-account", "receive", coming).expect(200);
  }

  @Test
  void nobodyReachesOtherBooksThroughABody() {
    Map<String, Operation> operations = new HashMap<>();
    new Description(thandi.get("/openapi.json").expect(200).json())
        .operations().stream()
            .filter(it -> it.method().equals("POST"))
            .forEach(it -> operations.put(it.address(), it));
    List<String> wrong =
        References.ROWS.stream()
            .map(row -> CompletableFuture.supplyAsync(() -> found(operations, row), THREADS))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .filter(it -> !it.isEmpty())
            .toList();

    assertThat(wrong).isEmpty();
    assertThat(known(operations)).isEqualTo(rows());
    assertThat(unread()).as("what somebody else has read").contains(THEIRS.get("notifications"));
    assertThat(
            Sql.number(
                "select count(*) from event_log where tenant_id <> ? and position(? in"
                    + " convert_from(metadata, 'UTF8')) > 0",
                tenant,
                tenant))
        .as("in other books by this hand")
        .isZero();
  }

  /** What should have been answered otherwise; blank when nothing. */
  private static String found(Map<String, Operation> operations, References.Row row) {
    Answer answer = ask(operations.get(row.address()), row);
    String code = answer.json().path("code").asString(Integer.toString(answer.status()));
    if (!code.equals(row.code())) {
      return row.address() + " naming another's " + row.names() + ": " + answer.text();
    }
    if (row.address().equals("invoices/batch")) {
      batchedNothing(answer.id());
    }
    return "";
  }

  private static Answer ask(Operation operation, References.Row row) {
    String path =
        "/api/v1/"
            + row.address()
                .replace(
                    "{id}",
                    OWN.getOrDefault(
                        row.address(), OWN.getOrDefault(row.address().split("/")[0], "")));
    String body = row.body();
    for (Map.Entry<String, String> thing : THEIRS.entrySet()) {
      body = body.replace("{their " + thing.getKey() + "}", thing.getValue());
    }
    body = body.replace("{own matters}", OWN.get("matters"));
    // Whoever makes something new has read no version of it.
    return operation.takesVersion()
        ? keeper.command(path.substring(0, path.lastIndexOf('/')), operation.verb(), body)
        : keeper.post(path, body);
  }

  private static void batchedNothing(String id) {
    String batch = "/api/v1/invoice-batches/" + id;
    await().atMost(Story.PATIENCE).until(() -> keeper.get(batch).at("/status").equals("COMPLETED"));
    Answer done = keeper.get(batch).expect(200);
    assertThat(done.number("/invoiced")).isZero();
    assertThat(done.number("/refused")).isEqualTo(2);
  }

  private static List<String> unread() {
    return thandi
        .get("/api/v1/notifications?unread=true&limit=500")
        .expect(200)
        .json()
        .path("data")
        .valueStream()
        .map(it -> it.path("id").asString())
        .toList();
  }

  private static Set<String> rows() {
    Set<String> rows = new TreeSet<>(References.NONE);
    for (References.Row row : References.ROWS) {
      for (String name : row.names().split(" ")) {
        rows.add(row.address() + " " + name);
      }
    }
    return rows;
  }

  /** Every id in a body that the description knows. */
  private static Set<String> known(Map<String, Operation> operations) {
    Set<String> known = new TreeSet<>();
    Description description = new Description(thandi.get("/openapi.json").expect(200).json());
    for (Operation operation : operations.values()) {
      for (Body body : operation.bodies()) {
        collect(description, body.schema(), operation.address() + " ", known);
      }
    }
    return known;
  }

  private static void collect(
      Description description, JsonNode schema, String name, Set<String> known) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode type = description.resolved(property.getValue());
      JsonNode item = description.resolved(type.path("items"));
      if (type.path("format").asString("").equals("uuid")
          || item.path("format").asString("").equals("uuid")) {
        known.add(name + property.getKey());
      }
      collect(description, type, name + property.getKey() + "/", known);
      collect(description, item, name + property.getKey() + "/", known);
    }
  }
}
