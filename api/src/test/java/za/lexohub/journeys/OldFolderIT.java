package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import za.lexohub.LexoHub;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.PartsSettings;
import za.lexohub.embedded.postgres.Database;

/**
 * Whoever has worked with an older release goes on with this one: on the folder that the older one
 * left, the log unchanged to the last bit, the tables converted once, every answer the same, and
 * the same again after all read models were made anew from the log.
 *
 * <p>A database's files are read only by the kind of machine that wrote them.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class OldFolderIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private final OldFolder old = new OldFolder("0.1");
  private final OldFolder.Leaves known = old.leaves();
  private final URI base = URI.create("http://localhost:" + Stage.freePort());

  @Test
  void aFolderOfTheFirstReleaseGoesOn() throws Exception {
    Path folder = old.unpack(Path.of("target/old-folder").toAbsolutePath());
    try (EmbeddedParts parts =
        EmbeddedParts.open(PartsSettings.onFreePorts(folder).withFresh(false))) {
      start(parts);
      Database database = parts.postgres().database();
      SingleConnectionDataSource connection =
          new SingleConnectionDataSource(
              database.url(), database.owner(), database.password(), true);
      try {
        goesOn(JdbcClient.create(connection), properties(parts));
      } finally {
        connection.destroy();
      }
    }
  }

  private void goesOn(JdbcClient owner, Map<String, Object> properties) throws IOException {
    assertThat(leaves(owner)).as("the folder as it was left").isEqualTo(known.hash());
    assertThat(migrations(owner)).hasSize(9).last().asString().startsWith("15 ");
    ConfigurableApplicationContext application = run(properties);
    List<String> converted = migrations(owner);
    try {
      assertThat(leaves(owner)).isEqualTo(known.hash());
      answersAreWhatTheyWere();
      papersAreWhatTheyWere(owner);
    } finally {
      application.close();
    }

    application = run(properties);
    try {
      assertThat(migrations(owner)).as("converted once").isEqualTo(converted);
      rebuiltReadModelsAreTheSame(owner);
    } finally {
      application.close();
    }
  }

  private void rebuiltReadModelsAreTheSame(JdbcClient owner) throws IOException {
    Caller operator = Caller.as("operator", base);
    awaitReadModels(operator);
    Map<String, List<String>> before = dump(owner);
    assertThat(before).isNotEmpty();

    rebuild(operator);

    Map<String, List<String>> after = dump(owner);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
    answersAreWhatTheyWere();
    assertThat(leaves(owner)).isEqualTo(known.hash());
    assertThat(owner.sql("select count(*) from dead_letter_entry").query(Long.class).single())
        .isZero();
  }

  /** All but OpenSearch: the folder has no index, and a search index is filled anew anyhow. */
  private static void start(EmbeddedParts parts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> starting =
          Stream.<Runnable>of(
                  parts::postgres,
                  parts::redis,
                  parts::s3,
                  parts::sqs,
                  parts::mail,
                  parts::eventBridge)
              .<Future<?>>map(threads::submit)
              .toList();
      for (Future<?> part : starting) {
        part.get();
      }
    }
  }

  private Map<String, Object> properties(EmbeddedParts parts) {
    Map<String, Object> properties = new HashMap<>(parts.properties());
    properties.put("lexohub.parts", "none");
    properties.put("lexohub.opensearch.url", "http://127.0.0.1:1");
    properties.put("lexohub.public-url", base.toString());
    properties.put("server.port", base.getPort());
    return properties;
  }

  private static ConfigurableApplicationContext run(Map<String, Object> properties) {
    return new SpringApplicationBuilder(BackThen.class, LexoHub.class).properties(properties).run();
  }

  /** New fields may have come; what was there says the same. */
  private void answersAreWhatTheyWere() throws IOException {
    Map<String, Caller> users = new HashMap<>();
    for (OldFolder.Known known : old.answers()) {
      Caller user = users.computeIfAbsent(known.user(), name -> Caller.as(name, base));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                JsonNode answer = user.get(known.path()).expect(200).json();
                contains(known.path(), answer, known.answer());
              });
    }
  }

  private static void contains(String path, JsonNode answer, JsonNode known) {
    if (known.isObject() && answer.isObject()) {
      known
          .propertyStream()
          .filter(field -> !field.getKey().equals("asOf"))
          .forEach(
              field ->
                  contains(
                      path + " " + field.getKey(), answer.path(field.getKey()), field.getValue()));
    } else if (known.isArray() && answer.isArray()) {
      assertThat(answer.size()).as(path).isEqualTo(known.size());
      for (int i = 0; i < known.size(); i++) {
        contains(path + "[" + i + "]", answer.get(i), known.get(i));
      }
    } else {
      assertThat(answer).as(path).isEqualTo(known);
    }
  }

  private void papersAreWhatTheyWere(JdbcClient owner) {
    List<String> stored =
        owner
            .sql(
                "select aggregate_id || ' ' || (convert_from(payload, 'UTF8')::json ->> 'sha256')"
                    + " from event_log where event_type = 'InvoicePdfStored'"
                    + " and convert_from(payload, 'UTF8')::json ->> 'kind' = 'ORIGINAL'")
            .query(String.class)
            .list();
    assertThat(stored).hasSize(3);
    Caller thandi = Caller.as("thandi", base);
    assertThat(stored)
        .allSatisfy(
            paper -> {
              String invoice = paper.substring(0, paper.indexOf(' '));
              byte[] pdf = thandi.get(Story.invoice(invoice) + "/pdf").expect(200).bytes();
              assertThat(invoice + " " + sha256(pdf)).isEqualTo(paper);
            });
  }

  private void rebuild(Caller operator) {
    for (String group : readModels(operator)) {
      operator
          .post(
              "/actuator/projections/" + group,
              "{\"action\": \"replay\", \"reason\": \"a new release\"}")
          .expect(200);
    }
    awaitReadModels(operator);
  }

  private void awaitReadModels(Caller operator) {
    for (String group : readModels(operator)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                Answer state = operator.get("/actuator/projections/" + group).expect(200);
                assertThat(state.at("/replaying")).as(group).isEqualTo("false");
                assertThat(state.number("/lag")).as(group).isZero();
                assertThat(state.number("/appliedThrough"))
                    .as(group)
                    .isGreaterThanOrEqualTo(known.events());
              });
    }
  }

  /** All whose stores are there. */
  private static List<String> readModels(Caller operator) {
    List<String> groups =
        operator
            .get("/actuator/projections")
            .expect(200)
            .json()
            .path("groups")
            .valueStream()
            .filter(group -> group.path("kind").asString().equals("READ_MODEL"))
            .map(group -> group.path("group").asString())
            .filter(group -> !group.endsWith("-search"))
            .toList();
    assertThat(groups).hasSizeGreaterThanOrEqualTo(7);
    return groups;
  }

  private String leaves(JdbcClient owner) {
    return owner
        .sql(
            "select encode(sha256(string_agg(leaf_hash, ''::bytea order by position)), 'hex')"
                + " from event_log where position <= "
                + known.events())
        .query(String.class)
        .single();
  }

  private static List<String> migrations(JdbcClient owner) {
    return owner
        .sql(
            "select version || ' ' || installed_on from flyway_schema_history"
                + " where success and version is not null order by installed_rank")
        .query(String.class)
        .list();
  }

  /** Every table under forced row-level security is a read model. */
  private static Map<String, List<String>> dump(JdbcClient owner) {
    Map<String, List<String>> dump = new TreeMap<>();
    for (String table :
        owner
            .sql("select relname from pg_class where relforcerowsecurity")
            .query(String.class)
            .list()) {
      owner.sql("alter table " + table + " no force row level security").update();
      dump.put(
          table,
          owner
              .sql("select jsonb_strip_nulls(to_jsonb(t))::text from " + table + " t order by 1")
              .query(String.class)
              .list());
      owner.sql("alter table " + table + " force row level security").update();
    }
    return dump;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Not long after the folder was left: nothing has become due since. */
  @Configuration(proxyBeanMethods = false)
  static class BackThen {
    @Bean
    MovableClock clock() {
      MovableClock clock = new MovableClock();
      clock.pass(Duration.between(Instant.now(), Instant.parse("2026-11-22T17:00:00Z")));
      return clock;
    }
  }
}
