package za.lexohub.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/** The inspection finds what it is for, and is silent about numbers that are as promised. */
class NumbersInspectionIT {

  private static final Map<Errand, String> ANSWERS = new HashMap<>();
  private static Database database;

  @BeforeAll
  static void issueOneOfEach() throws Exception {
    database = TestParts.postgres().createDatabase("numbers");
    Errands errands = new Errands(1, 1);
    VictimProcess office =
        VictimProcess.start(Office.class, Map.copyOf(database.properties()), errands::told);
    errands.turnTo(0, office);
    errands.ask(List.of(Errand.booksOf("practice", 2026)));
    errands.awaitAnswered(1, 60);
    for (Errand.What what : Errand.What.values()) {
      if (what != Errand.What.BOOKS) {
        errands.ask(
            List.of(
                new Errand(what + "-1", what, "practice", 2026),
                new Errand(what + "-2", what, "practice", 2026)));
      }
    }
    assertThat(errands.awaitAnswered(errands.asked(), 60)).isTrue();
    office.end();
    errands.close();
    ANSWERS.putAll(errands.answers());
  }

  @Test
  void soundNumbersHaveNoViolations() throws Exception {
    assertThat(new NumbersInspection(database).violations(ANSWERS)).isEmpty();
    assertThat(new NumbersInspection(database).counts()).containsExactly(16L, 6L, 2L);
  }

  @Test
  void anIssueThatWasAcknowledgedAndHasNoNumberIsFound() throws Exception {
    Map<Errand, String> more = new HashMap<>(ANSWERS);
    more.put(new Errand("lost", Errand.What.INVOICE, "practice", 2026), "ok");

    assertThat(new NumbersInspection(database).violations(more))
        .singleElement()
        .asString()
        .contains("lost", "has 0 numbers");
  }

  @Test
  void whatNobodyAskedForIsFound() throws Exception {
    Map<Errand, String> fewer = new HashMap<>(ANSWERS);
    fewer.remove(new Errand("MATTER-1", Errand.What.MATTER, "practice", 2026));

    assertThat(new NumbersInspection(database).violations(fewer))
        .singleElement()
        .asString()
        .contains("nobody has asked");
  }

  @Test
  void gapsRepeatsAndStraysAreFound() throws Exception {
    assertThat(after(set("value", "1", "\"value\":2", "NumberAllocated", "CREDIT_NOTE")))
        .anyMatch(line -> line.contains("a gap or a number twice"));
    assertThat(after(delete("NumberAllocated", "DEBIT_NOTE")))
        .anyMatch(line -> line.contains("not allocated to them"))
        .anyMatch(line -> line.contains("has 0 numbers"));
    assertThat(after(delete("TrustMoneyReceived", "TR-2026-0001")))
        .anyMatch(line -> line.contains("no document bears"));
    assertThat(after(delete("NumberVoided", "INV-2026")))
        .anyMatch(line -> line.contains("number was not voided"));
    assertThat(after(delete("InvoiceDiscarded", "")))
        .anyMatch(line -> line.contains("voids that are not of a discarded invoice"));
    assertThat(
            after(
                "update event_log set payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                    + " 'CN-2026-0002', 'CN-2026-0001'), 'UTF8') where event_type ="
                    + " 'NumberAllocated'"))
        .anyMatch(line -> line.contains("printed twice"));
  }

  private static String delete(String type, String containing) {
    return "delete from event_log where event_type = '%s' and convert_from(payload, 'UTF8') like '%%%s%%'"
        .formatted(type, containing);
  }

  private static String set(String field, String value, String of, String type, String containing) {
    return ("update event_log set payload = convert_to(replace(convert_from(payload, 'UTF8'), '%s',"
            + " '\"%s\":%s'), 'UTF8') where event_type = '%s' and convert_from(payload, 'UTF8')"
            + " like '%%%s%%'")
        .formatted(of, field, value, type, containing);
  }

  /** What is found after the statement, which is undone again. */
  private static List<String> after(String sql) throws Exception {
    Server.asOwner(
        database,
        List.of(
            "create table kept_log as table event_log",
            "alter table event_log disable trigger user",
            sql));
    try {
      return new NumbersInspection(database).violations(ANSWERS);
    } finally {
      Server.asOwner(
          database,
          List.of(
              "truncate event_log",
              "insert into event_log table kept_log",
              "alter table event_log enable trigger user",
              "drop table kept_log"));
    }
  }
}
