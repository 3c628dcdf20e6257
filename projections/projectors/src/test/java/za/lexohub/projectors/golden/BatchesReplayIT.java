package za.lexohub.projectors.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/**
 * A log becomes the same read models, and has the same sequences parked, whether its events are
 * applied in batches by the product's own processors or each by itself. Half of what is made up
 * happens in an order that projectors refuse here and there, so most batches have something that
 * cannot be applied between what can.
 *
 * <p>One log is made up; {@code -Dlexohub.logs=N} makes up N, each read in batches of another size.
 */
class BatchesReplayIT {

  private static final String REDIS = "/12";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  static IntStream seeds() {
    return IntStream.rangeClosed(1, Integer.getInteger("lexohub.logs", 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_batch_leaves_what_its_events_leave_one_by_one(int seed) throws Exception {
    MadeUpLog log = new MadeUpLog(seed, 3, 3);
    Map<String, String> oneByOne;
    Map<String, String> parked;
    try (GoldenReadModels models = new GoldenReadModels(log)) {
      log.events().forEach(models::apply);
      oneByOne = models.everything();
      parked = Map.copyOf(models.parked());
    }
    assertThat(parked).isNotEmpty();

    Database database = GoldenReadModels.migrated();
    try (GoldenReadModels models = new GoldenReadModels(log, database, redis())) {
      models.empty();
    }
    int batchSize = 2 + new Random(seed).nextInt(300);
    try (LogNode node = new LogNode(database, redis(), log, batchSize)) {
      node.fill(log.events());
      node.read();
      await().atMost(PATIENCE).until(() -> node.appliedThrough() == log.events().size());
    }
    try (GoldenReadModels models = new GoldenReadModels(log, database, redis())) {
      assertThat(models.everything()).as("batches of %d", batchSize).isEqualTo(oneByOne);
    }
    assertThat(parked(database)).isEqualTo(new TreeMap<>(shortened(parked)));
  }

  /**
   * PostgreSQL refuses one event's text, which no later event takes away again, and with it the
   * statement that carries its batch.
   */
  @Test
  void one_event_that_the_database_refuses_parks_its_own_sequence_and_no_other() throws Exception {
    MadeUpLog log = new MadeUpLog(7, 2, 3);
    DomainEventMessage<?> poison =
        log.events().stream()
            .filter(event -> event.getPayload() instanceof MatterDeclined)
            .findFirst()
            .orElseThrow();
    PersonalData poisoned = ((MatterDeclined) poison.getPayload()).reason();
    PersonalDataVault vault = new Unprintable(log, poisoned);
    Database database = GoldenReadModels.migrated();
    try (GoldenReadModels models = new GoldenReadModels(vault, database, redis())) {
      log.events().forEach(models::apply);
      Map<String, String> oneByOne = models.dump();
      Map<String, String> parked = Map.copyOf(models.parked());
      assertThat(parked).containsKey("matters " + poison.getAggregateIdentifier());
      models.empty();
      try (LogNode node = new LogNode(database, redis(), vault, 1_000)) {
        node.fill(log.events());
        node.read();
        await().atMost(PATIENCE).until(() -> node.appliedThrough() == log.events().size());
      }
      assertThat(models.dump()).isEqualTo(oneByOne);
      assertThat(parked(database)).isEqualTo(new TreeMap<>(shortened(parked)));
    }
  }

  /**
   * If each event were applied by itself the same would come out, and nothing else would tell. A
   * few read models refuse something of what is made up even in its own order; all others have
   * nothing to go one by one for.
   */
  @Test
  void what_nothing_refuses_is_applied_as_one_by_every_read_model() throws Exception {
    MadeUpLog log = new MadeUpLog(9, 4, 1);
    Database database = GoldenReadModels.migrated();
    try (GoldenReadModels models = new GoldenReadModels(log, database, redis())) {
      models.empty();
    }
    try (LogNode node = new LogNode(database, redis(), log, 1_000)) {
      node.fill(log.events());
      node.read();
      await().atMost(PATIENCE).until(() -> node.appliedThrough() == log.events().size());
      Set<String> refusing = new TreeSet<>();
      parked(database).keySet().forEach(key -> refusing.add(key.substring(0, key.indexOf(' '))));
      assertThat(refusing).isSubsetOf("attachments", "practice", "workflows");
      assertThat(node.readModels())
          .hasSizeGreaterThan(refusing.size())
          .filteredOn(group -> !refusing.contains(group))
          .allSatisfy(
              group -> {
                assertThat(node.batches().asOne(group)).as(group).isPositive();
                assertThat(node.batches().oneByOne(group)).as(group).isZero();
              });
    }
  }

  /** The rows of a batch are there with its token or not at all. */
  @Test
  void a_batch_whose_token_is_not_stored_has_written_nothing_and_is_done_once_in_the_end()
      throws Exception {
    MadeUpLog log = new MadeUpLog(8, 2, 2);
    Database database = GoldenReadModels.migrated();
    try (GoldenReadModels models = new GoldenReadModels(log, database, redis())) {
      log.events().forEach(models::apply);
      Map<String, String> oneByOne = models.dump();
      models.empty();
      Map<String, String> nothing = models.dump();
      try (LogNode node = new LogNode(database, redis(), log, 1_000)) {
        node.fill(log.events());
        asOwner(
            database,
            """
            create sequence refusals;
            grant usage on sequence refusals to public;
            create function refuse() returns trigger language plpgsql as
              'begin perform nextval(''refusals''); raise exception ''the node dies''; end';
            create trigger refuse before update of token on token_entry
              for each row when (new.token is distinct from old.token) execute function refuse();
            """);
        node.read();
        await().atMost(PATIENCE).until(() -> refusals(database) > 0);
        assertThat(models.dump()).isEqualTo(nothing);
        assertThat(parked(database)).isEmpty();
        asOwner(database, "drop trigger refuse on token_entry");
        await().atMost(PATIENCE).until(() -> node.appliedThrough() == log.events().size());
      }
      assertThat(models.dump()).isEqualTo(oneByOne);
    }
  }

  private static String redis() {
    return TestParts.redis().url() + REDIS;
  }

  private static long refusals(Database database) throws SQLException {
    return Long.parseLong(
        query(database, "select '1', case when is_called then last_value else 0 end from refusals")
            .get("1"));
  }

  /** As the dead-letter table tells it: by group and sequence, the type of the event. */
  private static Map<String, String> parked(Database database) throws SQLException {
    return query(
        database,
        "select distinct on (processing_group, sequence_identifier)"
            + " processing_group || ' ' || sequence_identifier, payload_type"
            + " from dead_letter_entry"
            + " order by processing_group, sequence_identifier, sequence_index");
  }

  /** Without cards: each event by itself is applied without a processor, whose place they ask. */
  private static Map<String, String> shortened(Map<String, String> parked) {
    Map<String, String> shortened = new TreeMap<>();
    parked.forEach((sequence, why) -> shortened.put(sequence, why.substring(0, why.indexOf(':'))));
    shortened.keySet().removeIf(sequence -> sequence.contains("-cards "));
    return shortened;
  }

  private static Map<String, String> query(Database database, String sql) throws SQLException {
    try (Connection owner = owner(database);
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      Map<String, String> found = new TreeMap<>();
      while (row.next()) {
        String type = row.getString(2);
        found.put(row.getString(1), type.substring(type.lastIndexOf('.') + 1));
      }
      return found;
    }
  }

  private static void asOwner(Database database, String sql) throws SQLException {
    try (Connection owner = owner(database);
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection owner(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.password());
  }

  /** Opens one envelope to a text that no table takes. */
  private record Unprintable(PersonalDataVault vault, PersonalData poisoned)
      implements PersonalDataVault {

    @Override
    public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
      return sealed.equals(poisoned) && type == String.class
          ? Optional.of(type.cast("\u0000"))
          : vault.open(tenant, sealed, type);
    }

    @Override
    public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
      return vault.seal(tenant, subjectId, plain);
    }
  }
}
