package za.lexohub.projectors.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import za.lexohub.readmodels.rebuild.RebuildRows;
import za.lexohub.readmodels.rebuild.RebuildRows.Progress;
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
    assertThat(title(stories.getFirst())).isEqualTo("Dlamini v Roads");

    assertThat(rebuilds.promote(GROUP, true).rebuild().state()).isEqualTo(State.PROMOTED);
    assertThat(title(stories.getFirst())).as("forced").isEqualTo("nobody said so");
    rebuilds.rollBack(GROUP);
    assertThat(title(stories.getFirst())).isEqualTo("Dlamini v Roads");
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
          .untilAsserted(() -> assertThat(versionRead(story)).isEqualTo(log.versionOf(story)));
    }
    rebuilds.discard(GROUP);
    rebuilds.begin(GROUP);
    assertThat(rebuilds.compare(GROUP).state()).as("by a second opinion").isEqualTo(State.READY);
  }

  @Test
  void viewsPoliciesAndGrantsAreThoseOfTheTableThatIsRead() {
    Story story = log.sent();
    String invoices = "invoices_" + story.clientId.toString().replace("-", "_");
    owner
        .sql(
            "create view %s with (security_barrier = true, security_invoker = true) as select * from invoices"
                .formatted(invoices))
        .update();
    owner.sql("comment on view " + invoices + " is 'for the test'").update();
    owner.sql("comment on column " + invoices + ".total is 'cents'").update();
    owner.sql("grant select on " + invoices + " to " + database.application()).update();
    owner
        .sql(
            "create policy auditors on invoices for select to "
                + database.owner()
                + " using (total > 0)")
        .update();
    try {
      String described = described(invoices);
      String fence = fence("public.invoices");
      awaitRead(story);
      rebuilds.begin(GROUP);
      assertThat(fence("rebuild.invoices")).isEqualTo(fence);
      rebuilds.compare(GROUP);
      owner.sql("alter policy auditors on invoices using (total > 1)").update();
      String later = fence("public.invoices");
      rebuilds.promote(GROUP, false);

      assertThat(described(invoices)).isEqualTo(described);
      assertThat(fence("public.invoices")).isEqualTo(later).isNotEqualTo(fence);
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
      assertThat(described(invoices)).isEqualTo(described);
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
    assertThat(tablesBeside()).isEmpty();
    refused("not-in-this-state", () -> rebuilds.promote(GROUP, true));
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
    await().atMost(PATIENCE).until(() -> !beside("rebuild", filling).contains("Dlamini"));
    rebuilds.promote(GROUP, true);
    assertThat(beside("retired", retired)).contains("Dlamini");

    log.erased(retired);

    await().atMost(PATIENCE).until(() -> !beside("retired", retired).contains("Dlamini"));
    assertThat(beside("retired", retired)).isNotEmpty().doesNotContain("Botha");
  }

  @Test
  void theApplicationCanChangeNoTableButThroughTheFunctions() {
    for (String change :
        List.of(
            "create table rebuild.mine (id int)",
            "create table retired.mine (id int)",
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
            .collect(
                java.util.stream.Collectors.toMap(
                    SqlReadModel::group, java.util.function.Function.identity()));
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
    assertThat(tablesBeside()).isEmpty();
  }

  @Test
  void twoNodesShareTheFillingAndNeitherDoesWhatTheOtherDoes() {
    List<Story> stories = IntStream.range(0, 40).mapToObj(n -> log.sent()).toList();
    awaitRead(stories.getLast());
    try (ConfigurableApplicationContext other = RebuildNode.start(database, Map.of())) {
      RebuildNode.HANDLED.clear();
      RebuildNode.fault = Fault.SLOW;
      rebuilds.begin(GROUP);
      assertThat(other.getBean(Rebuilds.class).compare(GROUP).state()).isEqualTo(State.READY);
      assertThat(RebuildNode.HANDLED.values()).isNotEmpty().containsOnly(1);
    }
  }

  @Test
  void aNodeThatIsKilledInTheMiddleGoesOnWhereItWas() throws Exception {
    int count = 150;
    IntStream.range(0, count).forEach(n -> log.sent());
    RebuildRows rows = node.getBean(RebuildRows.class);
    node.getBean(Fillings.class).stop();
    Process killed = RebuildProcess.start(database);
    try {
      rebuilds.begin("ledger");
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> percent(rows) > 20);
      killed.destroyForcibly().waitFor();
      int reached = percent(rows);
      assertThat(reached).isLessThan(100);
      assertThat(rebuilds.one("ledger").state()).isEqualTo(State.FILLING);
    } finally {
      killed.destroyForcibly();
      RebuildNode.HANDLED.clear();
      node.getBean(Fillings.class).start();
    }
    long before = owner.sql("select count(*) from event_log").query(Long.class).single();

    assertThat(rebuilds.compare("ledger").state()).isEqualTo(State.READY);

    assertThat((long) RebuildNode.HANDLED.size())
        .as("the rest of the log, and not all of it")
        .isLessThan(before)
        .isPositive();
  }

  private static int percent(RebuildRows rows) {
    long head = owner.sql("select max(position) from event_log").query(Long.class).single();
    return rows.progress(head).stream()
        .filter(one -> one.group().equals("ledger"))
        .map(Progress::progress)
        .findFirst()
        .orElseThrow()
        .percent();
  }

  private static void refused(String code, ThrowingCallable wish) {
    assertThatThrownBy(wish)
        .isInstanceOfSatisfying(
            RebuildRefused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void awaitRead(Story story) {
    await().atMost(PATIENCE).until(() -> versionRead(story) == log.versionOf(story));
  }

  private static String title(Story story) {
    return column("public", story, "title");
  }

  private static long versionRead(Story story) {
    String version = column("public", story, "version::text");
    return version.isEmpty() ? 0 : Long.parseLong(version);
  }

  private static String beside(String schema, Story story) {
    return column(schema, story, "to_jsonb(t)::text");
  }

  private static String column(String schema, Story story, String expression) {
    UUID id = story.invoiceId.value();
    return node.getBean(TenantScope.class)
        .read(
            story.tenant.value(),
            jdbc ->
                jdbc.sql("select %s from %s.invoices t where id = ?".formatted(expression, schema))
                    .param(id)
                    .query(String.class)
                    .optional()
                    .orElse(""));
  }

  private static List<String> tablesBeside() {
    return owner
        .sql(
            "select schemaname || '.' || tablename from pg_tables"
                + " where schemaname in ('rebuild', 'retired') and tablename <> 'models'")
        .query(String.class)
        .list();
  }

  /** Form, options, comments and grants of a view. */
  private static String described(String view) {
    return owner
        .sql(
            """
            select concat_ws('; ', pg_get_viewdef(c.oid), c.reloptions::text, c.relacl::text,
                     obj_description(c.oid, 'pg_class'),
                     (select string_agg(col_description(c.oid, a.attnum), ',')
                        from pg_attribute a where a.attrelid = c.oid))
              from pg_class c where c.oid = cast(? as regclass)\
            """)
        .param(view)
        .query(String.class)
        .single();
  }

  /** Who may see which rows of a table, and do what with it. */
  private static String fence(String table) {
    return owner
        .sql(
            """
            select concat_ws('; ', c.relrowsecurity, c.relforcerowsecurity,
                     (select string_agg(concat_ws(' ', privilege_type, grantee::regrole), ','
                               order by privilege_type, grantee)
                        from aclexplode(c.relacl) where grantee <> c.relowner),
                     (select string_agg(concat_ws(' ', polname, polcmd, polpermissive, polroles,
                               pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)),
                               ',' order by polname)
                        from pg_policy where polrelid = c.oid))
              from pg_class c where c.oid = cast(? as regclass)\
            """)
        .param(table)
        .query(String.class)
        .single();
  }
}
