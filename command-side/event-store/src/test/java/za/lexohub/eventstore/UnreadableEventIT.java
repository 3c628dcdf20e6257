package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.serialization.UnreadableEvent;
import za.lexohub.messages.serialization.UnreadableEvents;

/** A log that a newer release has written to. */
class UnreadableEventIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final UUID id = UUID.randomUUID();
  private JdbcClient owner;
  private Map<String, String> properties;

  @ParameterizedTest
  @CsvSource({"MatterTeleported,1,does not know", "MatterPutOnHold,2,up to revision 1"})
  void aProcessorAtTheTailStopsBeforeIt(String type, String revision, String why) {
    database("unreadable_" + type.toLowerCase(java.util.Locale.ROOT));
    try (ConfigurableApplicationContext node = start()) {
      write(node, id, "before");
      await().atMost(PATIENCE).until(() -> texts().contains("before"));

      newerReleaseWrites(2, type, revision);
      write(node, UUID.randomUUID(), "after");

      await().atMost(PATIENCE).until(() -> met(node) != null);
      UnreadableEvent met = met(node);
      assertThat(met)
          .hasMessageStartingWith(
              "Position 2 of the log, Ledger %s at sequence 1, holds %s in revision %s. "
                  .formatted(id, type, revision))
          .hasMessageContaining(why)
          .hasMessageContaining("Start the release that wrote it, or a newer one");
      await().atMost(PATIENCE).until(() -> processing(node).isEmpty());
      // It tries again, and still neither goes past it nor parks it.
      await().atMost(PATIENCE).until(() -> met(node) != met);
      assertThat(texts()).containsExactly("before");
      assertThat(number("select count(*) from dead_letter_entry")).isZero();

      aReleaseThatCanReadItTakesOver(2);
      await().atMost(PATIENCE).until(() -> texts().contains("after"));
      assertThat(texts()).containsExactly("before", "mended", "after");
    }
  }

  @Test
  void aProcessorThatBeginsAnewAppliesWhatComesBefore() {
    database("unreadable_replay");
    try (ConfigurableApplicationContext node = start()) {
      for (int i = 0; i < 300; i++) {
        write(node, UUID.randomUUID(), "w" + i);
      }
      await().atMost(PATIENCE).until(() -> texts().size() == 300);
    }
    owner.sql("truncate reading; truncate token_entry").update();
    newerReleaseWrites(301, "MatterTeleported", "1");

    try (ConfigurableApplicationContext node = start()) {
      await().atMost(PATIENCE).until(() -> met(node) != null);

      await().atMost(PATIENCE).until(() -> texts().size() == 300);
      assertThat(number("select count(*) from dead_letter_entry")).isZero();
    }
  }

  @Test
  void anAggregateThatHoldsItDecidesNothing() {
    database("unreadable_load");
    try (ConfigurableApplicationContext node = start()) {
      write(node, id, "before");
    }
    newerReleaseWrites(2, "MatterTeleported", "1");
    try (ConfigurableApplicationContext node = start()) {
      assertThatThrownBy(() -> write(node, id, "late"))
          .satisfies(
              thrown ->
                  assertThat(thrown)
                      .hasStackTraceContaining(
                          "Ledger %s at sequence 1, holds MatterTeleported in revision 1"
                              .formatted(id)));
      assertThat(number("select count(*) from event_log")).isEqualTo(2);
      UUID other = UUID.randomUUID();
      write(node, other, "another aggregate goes on");
      assertThat(number("select count(*) from event_log")).isEqualTo(3);
    }
  }

  private void database(String name) {
    Database database = TestParts.postgres().createDatabase(name);
    owner =
        JdbcClient.create(
            new DriverManagerDataSource(database.url(), database.owner(), database.password()));
    properties = new HashMap<>(database.properties());
  }

  private ConfigurableApplicationContext start() {
    ConfigurableApplicationContext node = StoreApplication.start(properties);
    owner
        .sql(
            "create table if not exists reading (position bigint not null, text text not null,"
                + " replayed boolean not null default false);"
                + " grant select, insert on reading to lexohub_app")
        .update();
    return node;
  }

  private static void write(ConfigurableApplicationContext node, UUID id, String text) {
    node.getBean(CommandGateway.class)
        .sendAndWait(
            new GenericCommandMessage<>(new Ledger.Write(id, text))
                .andMetaData(Map.of(MetadataKeys.TENANT, "thandi")));
  }

  /** Like an event of this release but for its name, as the second of the aggregate. */
  private void newerReleaseWrites(long position, String type, String revision) {
    String payload =
        """
        {"matterId":"%1$s","reason":{"subjectId":"%1$s","keyId":"%1$s","nonce":"","ciphertext":"mended"}}\
        """
            .formatted(id);
    owner
        .sql(
            """
            select append_events(array[gen_random_uuid()], array['Ledger'], array[?], array[1::bigint],
              array[?], array[?], array['thandi'], array[now()],
              array[convert_to(?, 'UTF8')], array[convert_to('{"tenant":"thandi"}', 'UTF8')],
              null, null, null, null)
            """)
        .params(id.toString(), type, revision, payload)
        .query(Long.class)
        .single();
    assertThat(number("select max(position) from event_log")).isEqualTo(position);
  }

  /** What a newer release's upcast and class would do, done to the row. */
  private void aReleaseThatCanReadItTakesOver(long position) {
    owner.sql("alter table event_log disable trigger user").update();
    owner
        .sql(
            "update event_log set event_type = 'MatterPutOnHold', revision = '1' where position ="
                + " ?")
        .param(position)
        .update();
  }

  private static @Nullable UnreadableEvent met(ConfigurableApplicationContext node) {
    return node.getBean(UnreadableEvents.class).lately().orElse(null);
  }

  /** Axon takes a failed segment away until it tries again. */
  private static Map<Integer, EventTrackerStatus> processing(ConfigurableApplicationContext node) {
    return node.getBean(Configuration.class)
        .eventProcessingConfiguration()
        .eventProcessor("readings", StreamingEventProcessor.class)
        .orElseThrow()
        .processingStatus();
  }

  private List<String> texts() {
    return owner.sql("select text from reading order by position").query(String.class).list();
  }

  private long number(String sql) {
    return owner.sql(sql).query(Long.class).single();
  }
}
