package za.lexohub.projectors.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.rebuild.RebuildNode.Fault;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.Rebuild.State;
import za.lexohub.readmodels.rebuild.Report;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.TenantScope;

/** Versions of the list of invoices beside the one that is read, on a log of its own. */
class RebuildIT {

  private static final String GROUP = "invoices";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Database database;
  private static ConfigurableApplicationContext node;
  private static JdbcClient owner;
  private static RebuildLog log;
  private static RebuildLook look;

  private final Rebuilds rebuilds = node.getBean(Rebuilds.class);
  private final JdbcClient application = node.getBean(JdbcClient.class);

  @BeforeAll
  static void open() {
    database = TestParts.postgres().createDatabase("rebuild" + System.nanoTime());
    node = RebuildNode.start(database, Map.of());
    owner =
        JdbcClient.create(
            new DriverManagerDataSource(database.url(), database.owner(), database.password()));
    log = new RebuildLog(node.getBean(EventStore.class));
    look = new RebuildLook(node, owner);
  }

  @AfterAll
  static void close() {
    node.close();
  }

  @AfterEach
  void nothingStandsBeside() {
    RebuildNode.fault = Fault.NONE;
    for (Rebuild rebuild : rebuilds.all()) {
      if (rebuild.state().beside() != null) {
        rebuilds.discard(rebuild.group());
      }
    }
  }

  @Test
  void aVersionThatIsWrongIsNamedRowByRowAndNotPromoted() {
    List<Story> stories = IntStream.range(0, 3).mapToObj(n -> log.sent()).toList();
    RebuildNode.fault = Fault.WRONG;
    rebuilds.begin(GROUP);

    Rebuild compared = rebuilds.compare(GROUP);

    assertThat(compared.state()).isEqualTo(State.DIFFERS);
    Report report = compared.report();
    assertThat(report.same()).isFalse();
    assertThat(report.differences()).isEqualTo(report.rows()).isGreaterThanOrEqualTo(3);
    Report.Row row =
        report.differing().stream()
            .filter(one -> one.key().containsValue(stories.getFirst().invoiceId.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(row.columns()).containsExactly("title", "total");
    assertThat(row.here()).isNotEqualTo(row.there());
    assertThat(row.tenant()).isEqualTo(stories.getFirst().tenant.value());
    assertThat(row.events())
        .extracting(Report.Event::type)
        .contains("InvoiceSent", "InvoiceGenerated");
    Report.Table table = report.tables().getFirst();
    assertThat(table.columns()).containsOnlyKeys("title", "total");
    assertThat(table.tenants())
        .filteredOn(one -> one.tenant().equals(row.tenant()))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.there().sums().get("total"))
                    .isEqualTo(one.here().sums().get("total") + 1));
    assertThat(Json.write(report))
        .as("no content of any row")
        .doesNotContain("nobody said so", "Dlamini", "Botha", "Mokoena");
    refused("rebuild-differs", () -> rebuilds.promote(GROUP, false));
    assertThat(look.title(stories.getFirst())).isEqualTo("Dlamini v Roads");

    assertThat(rebuilds.promote(GROUP, true).rebuild().state()).isEqualTo(State.PROMOTED);
    assertThat(look.title(stories.getFirst())).as("forced").isEqualTo("nobody said so");
    rebuilds.rollBack(GROUP);
    assertThat(look.title(stories.getFirst())).isEqualTo("Dlamini v Roads");
  }

  @Test
  void aVersionThatIsTheSameChangesPlacesAndBackWithoutAFailedReadOrALostWrite() {
    List<Story> stories = IntStream.range(0, 4).mapToObj(n -> log.sent()).toList();
    rebuilds.begin(GROUP);
    refused("not-compared", () -> rebuilds.promote(GROUP, false));
    refused("rebuild-exists", () -> rebuilds.begin(GROUP));
    assertThat(rebuilds.compare(GROUP).state()).isEqualTo(State.READY);
    int version = rebuilds.one(GROUP).version();
    int before = rebuilds.one(GROUP).liveVersion();

    try (RebuildLoad load = new RebuildLoad(node, log, stories)) {
      load.isUnderWay();
      assertThat(rebuilds.promote(GROUP, false).rebuild())
          .satisfies(
              now -> {
                assertThat(now.state()).isEqualTo(State.PROMOTED);
                assertThat(now.liveVersion()).isEqualTo(version);
                assertThat(now.pastVersion()).isEqualTo(before);
              });
      load.isUnderWay();
      assertThat(rebuilds.rollBack(GROUP).rebuild().liveVersion()).isEqualTo(before);
      load.isUnderWay();
      assertThat(rebuilds.compare(GROUP).state())
          .as("both were kept up all the time")
          .isEqualTo(State.READY);
      rebuilds.promote(GROUP, false);
      load.isUnderWay();
      load.end();
    }

    for (Story story : stories) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(look.versionRead(story)).isEqualTo(log.versionOf(story)));
    }
    rebuilds.discard(GROUP);
    rebuilds.begin(GROUP);
    assertThat(rebuilds.compare(GROUP).state()).as("by a second opinion").isEqualTo(State.READY);
  }

  @Test
  void viewsPoliciesAndGrantsAreThoseOfTheTableThatIsRead() {
    Story story = log.sent();
    String invoices = "seen_invoices";
    for (String made :
        List.of(
            "create view seen_invoices with (security_barrier = true, security_invoker = true)"
                + " as select * from invoices",
            "comment on view seen_invoices is 'for the test'",
            "comment on column seen_invoices.total is 'cents'",
            "grant select on seen_invoices to " + database.application(),
            "create policy auditors on invoices for select to lexohub_owner using (total > 0)")) {
      owner.sql(made).update();
    }
    try {
      String described = look.described(invoices);
      String fence = look.fence("public.invoices");
      awaitRead(story);
      rebuilds.begin(GROUP);
      assertThat(look.fence("rebuild.invoices")).isEqualTo(fence);
      rebuilds.compare(GROUP);
      owner.sql("alter policy auditors on invoices using (total > 1)").update();
      String later = look.fence("public.invoices");
      rebuilds.promote(GROUP, false);

      assertThat(look.described(invoices)).isEqualTo(described);
      assertThat(look.fence("public.invoices")).isEqualTo(later).isNotEqualTo(fence);
      log.viewed(story);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  node.getBean(TenantScope.class)
                      .read(
                          story.tenant.value(),
                          jdbc ->
                              jdbc.sql("select version from " + invoices)
                                  .query(Long.class)
                                  .single()
                                  .equals(3L)));
      rebuilds.rollBack(GROUP);
      assertThat(look.described(invoices)).isEqualTo(described);
    } finally {
      owner.sql("drop view " + invoices).update();
      owner.sql("drop policy auditors on invoices").update();
      rebuilds.discard(GROUP);
    }
  }

  @Test
  void aVersionThatCannotBeMovedIsRefusedAndNothingHasChanged() {
    log.sent();
    rebuilds.begin(GROUP);
    rebuilds.compare(GROUP);
    owner.sql("alter table invoices add column later text").update();
    try {
      refused("other-form", () -> rebuilds.promote(GROUP, false));
      assertThat(rebuilds.one(GROUP).state()).isEqualTo(State.READY);
      assertThat(rebuilds.one(GROUP).liveVersion()).isLessThan(rebuilds.one(GROUP).version());
    } finally {
      owner.sql("alter table invoices drop column later").update();
    }
    rebuilds.promote(GROUP, false);
  }

  @Test
  void aLongQuestionIsNotBrokenOffButThePromotionIs() throws Exception {
    Story story = log.sent();
    awaitRead(story);
    rebuilds.begin(GROUP);
    rebuilds.compare(GROUP);
    try (HikariDataSource reader = new HikariDataSource()) {
      reader.setJdbcUrl(database.url());
      reader.setUsername(database.application());
      reader.setPassword(database.password());
      reader.setAutoCommit(false);
      try (var connection = reader.getConnection();
          var statement = connection.createStatement()) {
        statement.executeQuery("select count(*) from invoices").close();
        refused("tables-in-use", () -> rebuilds.promote(GROUP, false));
        connection.commit();
      }
    }
    assertThat(rebuilds.promote(GROUP, false).rebuild().state()).isEqualTo(State.PROMOTED);
  }

  @Test
  void anEventThatCannotBeAppliedEndsTheVersionAndIsNamed() {
    Story story = log.sent();
    log.viewed(story);
    RebuildNode.fault = Fault.POISON;
    rebuilds.begin(GROUP);

    await().atMost(PATIENCE).until(() -> rebuilds.one(GROUP).state() == State.FAILED);

    Rebuild failed = rebuilds.one(GROUP);
    assertThat(failed.cause())
        .satisfies(
            cause -> {
              assertThat(cause.event()).isEqualTo("InvoiceViewed");
              assertThat(cause.position()).isPositive();
              assertThat(cause.type()).endsWith("IllegalStateException");
              assertThat(cause.message()).contains("cannot be seen");
            });
    assertThat(look.tablesBeside()).isEmpty();
    refused("not-in-this-state", () -> rebuilds.discard(GROUP));
    RebuildNode.fault = Fault.NONE;
    assertThat(rebuilds.begin(GROUP).version()).isEqualTo(failed.version() + 1);
    assertThat(rebuilds.compare(GROUP).state()).isEqualTo(State.READY);
  }

  @Test
  void anErasureReachesWhatStandsBeside() {
    Story filling = log.sent();
    Story retired = log.sent();
    awaitRead(retired);
    rebuilds.begin(GROUP);
    rebuilds.compare(GROUP);
    log.erased(filling);
    await().atMost(PATIENCE).until(() -> !look.beside("rebuild", filling).contains("Dlamini"));
    rebuilds.promote(GROUP, true);
    assertThat(look.beside("retired", retired)).contains("Dlamini");

    log.erased(retired);

    await().atMost(PATIENCE).until(() -> !look.beside("retired", retired).contains("Dlamini"));
    assertThat(look.beside("retired", retired)).isNotEmpty().doesNotContain("Botha");
    rebuilds.discard(GROUP);
    rebuilds.begin(GROUP);
    assertThat(rebuilds.compare(GROUP).state())
        .as("no segment writes again what another has been told to forget")
        .isEqualTo(State.READY);
    assertThat(look.beside("rebuild", retired)).isNotEmpty().doesNotContain("Dlamini", "Botha");
  }

  @Test
  void theApplicationCanChangeNoTableButThroughTheFunctions() {
    for (String change :
        List.of(
            "create table rebuild.mine (id int)",
            "create table public.mine (id int)",
            "alter table invoices set schema retired",
            "drop table invoices",
            "insert into rebuild.models values ('token', 'token_entry')",
            "select rebuild.dress('invoices', 'matters')",
            "select rebuild.prepare('token')",
            "select rebuild.swap('invoices', 'public', 'rebuild')",
            "select rebuild.swap('invoices', 'pg_catalog', 'retired')")) {
      assertThatThrownBy(() -> application.sql(change).query().listOfRows())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(() -> rebuilds.begin("workflow-counts"))
        .isInstanceOf(RebuildRefused.class)
        .hasMessageContaining("no read model in tables");
    assertThatThrownBy(() -> rebuilds.one("workflows"))
        .isInstanceOf(RebuildRefused.class)
        .hasMessageContaining("never rebuilt");
  }

  @Test
  void everyReadModelInTablesIsListedAndCanBeBuiltBeside() {
    Map<String, SqlReadModel> models =
        node.getBean(RebuildConfiguration.RebuildWorks.class).models().stream()
            .collect(Collectors.toMap(SqlReadModel::group, Function.identity()));
    assertThat(
            owner.sql("select distinct group_name from rebuild.models").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(models.keySet());
    assertThat(owner.sql("select table_name from rebuild.models").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(
            owner
                .sql(
                    "select relname from pg_class where relforcerowsecurity"
                        + " and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list());
    for (String group : models.keySet()) {
      rebuilds.begin(group);
    }
    for (String group : models.keySet()) {
      assertThat(rebuilds.compare(group).state()).as(group).isEqualTo(State.READY);
      rebuilds.promote(group, false);
      rebuilds.rollBack(group);
      rebuilds.discard(group);
    }
    assertThat(look.tablesBeside()).isEmpty();
  }

  private static void awaitRead(Story story) {
    await().atMost(PATIENCE).until(() -> look.versionRead(story) == log.versionOf(story));
  }

  private static void refused(String code, ThrowingCallable wish) {
    assertThatThrownBy(wish)
        .isInstanceOfSatisfying(
            RebuildRefused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
