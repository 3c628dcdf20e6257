package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of an event that its handler does not take. */
class ParkedEventsIT {

  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = new TwoNodes("parked_events", Map.of());
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void aPoisonEventParksItsOwnSequenceAndTheOthersGoOn() {
    UUID sick = UUID.randomUUID();
    UUID sound = UUID.randomUUID();
    String poison = "poison-" + sick;
    nodes.one.getBean(Readings.class).poison.add(poison);
    nodes.two.getBean(Readings.class).poison.add(poison);

    nodes.write(sick, poison);
    nodes.write(sick, "after-" + sick);
    nodes.write(sound, "sound-" + sound);

    await().until(() -> nodes.texts().contains("sound-" + sound));
    await().until(() -> parked(sick) == 2);
    assertThat(nodes.texts()).doesNotContain("after-" + sick);
  }

  @Test
  void aRejectedStatementParksItsSequenceToo() {
    UUID id = UUID.randomUUID();
    String text = "sql-" + id;
    nodes.one.getBean(Readings.class).badSql.add(text);
    nodes.two.getBean(Readings.class).badSql.add(text);

    nodes.write(id, text);

    await().until(() -> parked(id) == 1);
  }

  @Test
  void anOutageParksNothingAndIsTriedAgain() {
    UUID id = UUID.randomUUID();
    nodes.one.getBean(Readings.class).outages.set(2);
    nodes.two.getBean(Readings.class).outages.set(2);

    nodes.write(id, "patient-" + id);

    await().atMost(Duration.ofSeconds(60)).until(() -> nodes.texts().contains("patient-" + id));
    assertThat(parked(id)).isZero();
  }

  private static int parked(UUID id) {
    return nodes
        .jdbc
        .sql("select count(*) from dead_letter_entry where aggregate_identifier = ?")
        .param(id.toString())
        .query(Integer.class)
        .single();
  }
}
