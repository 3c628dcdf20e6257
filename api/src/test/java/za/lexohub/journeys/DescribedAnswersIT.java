package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import za.lexohub.edge.Description;
import za.lexohub.edge.Description.Body;
import za.lexohub.edge.Description.Operation;

/**
 * What is answered is what is described: every read, and every command that can be given to things
 * that are there, compared field by field.
 */
class DescribedAnswersIT {

  /** Reads that have no good answer here, each for its own reason. */
  private static final Map<String, String> NOT_HERE =
      Map.of(
          "GET /api/v1/stream", "never ends; see StreamIT",
          "GET /api/v1/attachments/{id}/content", "nothing is uploaded; see MatterWorkIT",
          "GET /api/v1/public/agreements/{token}", "its link goes by mail alone; see TermsIT",
          "GET /api/v1/public/pro-formas/{token}", "its links were used up; see LinkToPaidIT",
          "GET /api/v1/practice/logo", "no picture was set; see BrandingTest");

  /** What a read needs to be told beside its address. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/v1/search", "?q=Dlamini",
          "/api/v1/search/suggestions", "?q=Dlam",
          "/api/v1/audit/consistency", "?from=1&to=2");

  /** What leaves less to be done with a thing comes last. */
  private static final Set<String> ENDINGS =
      Set.of(
          "archive",
          "cancel",
          "close",
          "decline",
          "discard",
          "put-on-hold",
          "reject",
          "remove",
          "retire",
          "revoke-access",
          "settle",
          "void",
          "withdraw",
          "write-off");

  private static final int FEW = 3;

  /** A paper is made and a checkpoint signed by then. */
  private static final Duration READY = Duration.ofSeconds(20);

  private final Stage stage = Stage.shared();
  private final Description description =
      new Description(stage.attorney().get("/openapi.json").expect(200).json());
  private final AsDescribed described = new AsDescribed(description);
  private final NewPractice practice = new NewPractice(stage);
  private final Caller advocate = practice.as("advocate-senior").heardBy(described);
  private final Caller anybody = stage.attorney().heardBy(described);
  private final Known known = new Known(new Random(7));

  @Test
  void everyAnswerIsAsItIsDescribed() {
    Map<String, String> things = new HashMap<>();
    new Belongings(advocate, anybody).listedIn(things);
    things.forEach(known::add);
    String matter = things.get("matters");
    quoteOn(matter);
    known.add("{attorneyId}", practice.tenant());
    known.add("aggregates", matter);
    List<Operation> operations = description.operations();
    operations.stream()
        .filter(it -> !it.isRead())
        .sorted(Comparator.comparing(it -> ENDINGS.contains(it.verb())))
        .forEach(this::command);
    // Among the commands was one that took the grant back.
    advocate.command("/api/v1/matters/" + matter, "grant-access", grant()).expect(200);
    Caller auditor = practice.as("auditor").heardBy(described);
    known.add("{eventId}", auditor.get("/api/v1/audit/events").expect(200).at("/data/0/eventId"));

    List<String> unread =
        operations.stream()
            .filter(it -> it.isRead() && !NOT_HERE.containsKey(it.toString()))
            .filter(it -> !isRead(it))
            .map(Operation::toString)
            .toList();

    assertThat(described.wrong()).isEmpty();
    assertThat(unread).as("reads without a good answer").isEmpty();
    assertThat(described.shown())
        .as("commands with a good answer")
        .filteredOn(it -> it.startsWith("POST"))
        .hasSizeGreaterThan(40);
  }

  private String grant() {
    return "{\"attorneyId\": \"%s\", \"level\": \"APPROVE\"}".formatted(practice.tenant());
  }

  /** What an attorney sees of quotes is on a matter that is granted to them. */
  private void quoteOn(String matter) {
    Story story = new Story(advocate, anybody);
    String quote =
        advocate
            .post(
                "/api/v1/pro-formas",
                story
                    .pricing(2_500_000, 250_000)
                    .replaceFirst(
                        "\\{",
                        """
                        {"kind": "DRAFT", "matterId": "%s", "matterType": "Opinion",
                         "validUntil": "2099-01-01", "client": {"name": "%s"},
                         "attorney": {"name": "Sipho Khumalo", "email": "%s",
                                      "address": "1 Fox Street"},\
                        """
                            .formatted(matter, story.client, story.email)))
            .expect(201)
            .id();
    story.send(quote);
    known.add("pro-formas", quote);
  }

  private void command(Operation operation) {
    boolean isPublic = operation.path().startsWith("/api/v1/public/");
    for (Body body : operation.bodies()) {
      for (String path : known.paths(operation).stream().limit(FEW).toList()) {
        Map<String, String> version =
            operation.takesVersion()
                ? Map.of("If-Match", advocate.get(Known.resource(path)).etag())
                : Map.of();
        Caller caller = isPublic ? anybody : advocate;
        Answer answer = caller.post(path, known.body(body).toString(), version);
        if (answer.status() < 300 && answer.header("Content-Type").equals("application/json")) {
          known.learnFrom(answer);
        }
      }
    }
  }

  /** As soon as there is a good answer about one of the things; false once there will be none. */
  private boolean isRead(Operation operation) {
    String query = QUERIES.getOrDefault(operation.path(), "");
    Caller reader = reader(operation);
    try {
      return await()
          .atMost(READY)
          .until(
              () -> known.paths(operation).stream().map(it -> reader.get(it + query)).toList(),
              all -> isGood(all) || isFinal(all))
          .stream()
          .anyMatch(it -> it.status() == 200);
    } catch (ConditionTimeoutException never) {
      return false;
    }
  }

  private static boolean isGood(List<Answer> answers) {
    return answers.stream().anyMatch(it -> it.status() == 200);
  }

  private static boolean isFinal(List<Answer> answers) {
    return answers.stream()
        .noneMatch(it -> it.status() == 503 || it.text().contains("\"document-not-ready\""));
  }

  private Caller reader(Operation operation) {
    String area = operation.address().split("/")[0];
    return switch (area) {
      case "public" -> anybody;
      case "attorney", "audit", "projections" ->
          practice
              .as(area.equals("audit") ? "auditor" : area.equals("attorney") ? "attorney" : "admin")
              .heardBy(described);
      default -> advocate;
    };
  }
}
