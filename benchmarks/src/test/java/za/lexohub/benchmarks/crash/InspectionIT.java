package za.lexohub.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import za.lexohub.benchmarks.Server;
import za.lexohub.benchmarks.contestant.LexoHubNode;
import za.lexohub.benchmarks.contestant.Samples;
import za.lexohub.benchmarks.contestant.Tally;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.ledger.CommandOutcome;

/** The inspection finds what it is for, and is silent about a log that is as promised. */
class InspectionIT {

  private static Database database;
  private static ConfigurableApplicationContext application;
  private static final List<Request> REQUESTS = new ArrayList<>();
  private static final Map<String, Clients.Answer> ANSWERS = new HashMap<>();

  @BeforeAll
  static void writeSomeEvents() {
    database = TestParts.postgres().createDatabase("inspection");
    application = LexoHubNode.context(new HashMap<>(database.properties()));
    Random random = new Random(1);
    UUID stream = new UUID(random.nextLong(), random.nextLong());
    for (int i = 0; i < 5; i++) {
      Request request = new Request("crash-1-" + i, stream, 1 + i % 3);
      Map<String, Object> metadata =
          Samples.idempotent(Samples.metadata(stream), request.key(), stream);
      application
          .getBean(CommandGateway.class)
          .sendAndWait(
              new GenericCommandMessage<>(new Tally.Count(stream, request.key(), request.events()))
                  .andMetaData(metadata));
      CommandOutcome outcome =
          application
              .getBean(CommandLedger.class)
              .find(new TenantId((String) metadata.get("tenant")), request.key())
              .orElseThrow();
      REQUESTS.add(request);
      ANSWERS.put(request.key(), new Clients.Answer(outcome.version(), outcome.position()));
    }
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aSoundLogHasNoViolations() throws Exception {
    Inspection inspection = new Inspection(database);
    inspection.rememberPrefix();

    assertThat(inspection.violations(REQUESTS, ANSWERS)).isEmpty();
  }

  @Test
  void anAcknowledgedEventThatIsNotThereIsFound() throws Exception {
    Request lost = new Request("crash-1-99", UUID.randomUUID(), 1);
    List<Request> requests = new ArrayList<>(REQUESTS);
    requests.add(lost);
    Map<String, Clients.Answer> answers = new HashMap<>(ANSWERS);
    answers.put(lost.key(), new Clients.Answer(1, 10));

    assertThat(new Inspection(database).violations(requests, answers))
        .anyMatch(line -> line.contains("crash-1-99") && line.contains("acknowledged and lost"))
        .anyMatch(line -> line.contains("5 idempotency keys for 6 answers"));
  }

  @Test
  void anAnswerThatIsNotWhatIsStoredIsFound() throws Exception {
    Map<String, Clients.Answer> answers = new HashMap<>(ANSWERS);
    answers.put("crash-1-0", new Clients.Answer(7, 1));

    assertThat(new Inspection(database).violations(REQUESTS, answers))
        .singleElement()
        .asString()
        .contains("the answer is not what is stored");
  }

  @Test
  void aRequestThatIsStoredInPartOrTwiceIsFound() throws Exception {
    List<Request> requests = new ArrayList<>(REQUESTS);
    requests.set(2, new Request("crash-1-2", REQUESTS.get(2).stream(), 2));

    assertThat(new Inspection(database).violations(requests, ANSWERS))
        .singleElement()
        .asString()
        .contains("in part, or more than once");
  }

  @Test
  void whatTheOwnerOfTheTablesDoesToTheLogIsFound() throws Exception {
    assertThat(after("delete from event_log where position = 3"))
        .anyMatch(line -> line.contains("positions missing"))
        .anyMatch(line -> line.contains("streams with a hole"))
        .anyMatch(line -> line.contains("are not what they were once"))
        .anyMatch(line -> line.contains("in part, or more than once"));
    assertThat(
            after(
                "update event_log set payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                    + " 'c2', 'c3'), 'UTF8') where position = 2"))
        .anyMatch(line -> line.contains("leaf hashes"));
    assertThat(after("update event_log set recorded_at = 'epoch' where position = 4"))
        .anyMatch(line -> line.contains("run backwards"));
    assertThat(after("delete from command_ledger where idempotency_key = 'crash-1-1'"))
        .anyMatch(line -> line.contains("4 idempotency keys for 5 answers"));
  }

  /** What is found after the statement, which is undone again. */
  private static List<String> after(String sql) throws Exception {
    Inspection inspection = new Inspection(database);
    inspection.rememberPrefix();
    List<String> prepare =
        List.of(
            "create table kept_log as table event_log",
            "create table kept_ledger as table command_ledger",
            "alter table event_log disable trigger user",
            "alter table command_ledger disable trigger user",
            sql);
    Server.asOwner(database, prepare);
    try {
      return inspection.violations(REQUESTS, ANSWERS);
    } finally {
      Server.asOwner(
          database,
          List.of(
              "truncate event_log",
              "insert into event_log table kept_log",
              "truncate command_ledger",
              "insert into command_ledger table kept_ledger",
              "alter table event_log enable trigger user",
              "alter table command_ledger enable trigger user",
              "drop table kept_log, kept_ledger"));
    }
  }
}
