package za.lexohub.readmodels.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import za.lexohub.readmodels.TestStores;

/**
 * Each table under forced row-level security, by the catalog, so that none is left out: with one
 * row of one tenant and two of another, and queries that name no tenant.
 */
class TenancyIT {

  private static final String ONE = "one";
  private static final String TWO = "two";

  /** What makes a row that a table's checks let in, where its required columns do not. */
  private static final Map<String, String> OPTIONAL = Map.of("rate_cards", "rate");

  private static TestStores stores;
  private static List<String> tables;

  @BeforeAll
  static void open() throws SQLException {
    stores = TestStores.open();
    try (Connection owner = owner()) {
      tables =
          column(
              owner,
              "select oid::regclass::text from pg_class where relforcerowsecurity"
                  + " and relnamespace = 'public'::regnamespace order by 1");
      for (String table : tables) {
        fill(owner, table, ONE);
        fill(owner, table, TWO);
        fill(owner, table, TWO);
      }
    }
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        stores.database.url(), stores.database.owner(), stores.database.password());
  }

  private static Connection application() throws SQLException {
    return DriverManager.getConnection(
        stores.database.url(), stores.database.application(), stores.database.password());
  }

  private static void fill(Connection owner, String table, String tenant) throws SQLException {
    Map<String, String> values =
        column(
                owner,
                """
                select column_name || '=' || case
                         when column_name = 'tenant_id' then '''%1$s'''
                         when data_type = 'text' then 'gen_random_uuid()::text'
                         when data_type = 'uuid' then 'gen_random_uuid()'
                         when data_type = 'jsonb' then '''[]'''
                         when data_type = 'ARRAY' then '''{}'''
                         when data_type = 'boolean' then 'true'
                         when data_type = 'date' then 'current_date'
                         when data_type like 'timestamp%%' then 'now()'
                         else '1' end
                  from information_schema.columns
                 where table_schema = 'public' and table_name = '%2$s' and is_generated = 'NEVER'
                   and (is_nullable = 'NO' or column_name = '%3$s')\
                """
                    .formatted(tenant, table, OPTIONAL.getOrDefault(table, "")))
            .stream()
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    stores.scope.write(
        tenant,
        jdbc ->
            jdbc.sql(
                    "insert into %s (%s) values (%s)"
                        .formatted(
                            table,
                            String.join(", ", values.keySet()),
                            String.join(", ", values.values())))
                .update());
  }

  private static String all(String table) {
    return "select count(*) from " + table;
  }

  private static long counted(JdbcClient jdbc, String table) {
    return jdbc.sql(all(table)).query(Long.class).single();
  }

  @Test
  void a_query_that_names_no_tenant_sees_its_own_tenants_rows_in_every_table() {
    assertThat(tables).hasSizeGreaterThan(25);
    for (String table : tables) {
      assertThat(stores.scope.<Long>read(ONE, jdbc -> counted(jdbc, table))).as(table).isOne();
      assertThat(stores.scope.<Long>read(TWO, jdbc -> counted(jdbc, table))).as(table).isEqualTo(2);
    }
  }

  @Test
  void a_connection_that_served_a_tenant_keeps_nothing_of_it() throws SQLException {
    try (Connection only = application()) {
      SingleConnectionDataSource pool = new SingleConnectionDataSource(only, true);
      JdbcClient jdbc = JdbcClient.create(pool);
      TenantScope scope = new TenantScope(jdbc, new JdbcTransactionManager(pool));
      for (String table : tables) {
        assertThat(scope.<Long>read(TWO, named -> counted(named, table))).as(table).isEqualTo(2);
        assertThat(counted(jdbc, table)).as(table).isZero();
        assertThat(scope.<Long>read(ONE, named -> counted(named, table))).as(table).isOne();
      }
      assertThatThrownBy(
              () ->
                  scope.read(
                      TWO,
                      named -> {
                        throw new IllegalStateException("in the middle");
                      }))
          .hasMessage("in the middle");
      assertThat(counted(jdbc, "matters")).isZero();
    }
  }

  @Test
  void who_forgets_to_name_a_tenant_sees_nothing_and_writes_nothing() throws SQLException {
    try (Connection application = application()) {
      for (String table : tables) {
        assertThat(column(application, all(table))).as(table).containsExactly("0");
      }
    }
    try (Connection application = application();
        Statement statement = application.createStatement()) {
      statement.execute("set lexohub.tenant = ''");
      for (String table : tables) {
        assertThat(column(application, all(table))).as(table).containsExactly("0");
      }
      assertThat(statement.executeUpdate("update matters set title = 'x'")).isZero();
      assertThat(statement.executeUpdate("delete from invoices")).isZero();
    }
  }

  /** It is prepared on the server and planned once, for whoever comes. */
  @Test
  void a_prepared_statement_answers_each_tenant_with_their_own() throws SQLException {
    try (Connection application =
            DriverManager.getConnection(
                stores.database.url() + "?prepareThreshold=1",
                stores.database.application(),
                stores.database.password());
        Statement settings = application.createStatement()) {
      settings.execute("set plan_cache_mode = force_generic_plan");
      for (String table : tables) {
        try (PreparedStatement counting = application.prepareStatement(all(table))) {
          for (int round = 0; round < 3; round++) {
            for (Map.Entry<String, Long> expected :
                Map.of(ONE, 1L, TWO, 2L, "none", 0L).entrySet()) {
              settings.execute("set lexohub.tenant = '" + expected.getKey() + "'");
              try (ResultSet found = counting.executeQuery()) {
                found.next();
                assertThat(found.getLong(1)).as(table).isEqualTo(expected.getValue());
              }
            }
          }
        }
      }
    }
  }

  @Test
  void the_owner_of_the_tables_sees_no_row_either() throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      statement.execute("set lexohub.tenant = '" + TWO + "'");
      for (String table : tables) {
        assertThat(column(owner, all(table))).as(table).containsExactly("0");
      }
    }
  }

  @Test
  void another_tenants_row_is_neither_changed_nor_taken_nor_made() {
    for (String table : tables) {
      stores.transactions.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            stores.jdbc.sql("set local lexohub.tenant = 'one'").update();
            if (may(table, "UPDATE")) {
              assertThat(stores.jdbc.sql("update " + table + " set tenant_id = 'one'").update())
                  .as(table)
                  .isOne();
              assertThatThrownBy(
                      () ->
                          stores.transactions.executeWithoutResult(
                              nested ->
                                  stores
                                      .jdbc
                                      .sql("update " + table + " set tenant_id = 'two'")
                                      .update()))
                  .as(table)
                  .hasStackTraceContaining("row-level security");
            }
          });
      if (may(table, "DELETE")) {
        stores.transactions.executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              stores.jdbc.sql("set local lexohub.tenant = 'one'").update();
              assertThat(stores.jdbc.sql("delete from " + table).update()).as(table).isOne();
            });
      }
    }
  }

  private static boolean may(String table, String what) {
    return stores
        .jdbc
        .sql("select has_table_privilege(?, ?)")
        .params(table, what)
        .query(Boolean.class)
        .single();
  }

  /**
   * A policy without a role holds for everybody, and everybody may set {@code lexohub.tenant}. A
   * migration that makes a table calls {@code analytics.fence}.
   */
  @Test
  void every_table_is_fenced_off_from_those_who_are_not_the_application() throws SQLException {
    try (Connection owner = owner()) {
      assertThat(
              column(
                  owner,
                  """
                  select c.oid::regclass::text from pg_class c
                   where c.relforcerowsecurity
                     and (exists (select from pg_policy p where p.polrelid = c.oid
                            and p.polname <> 'analysts'
                            and p.polroles <> array['lexohub_app'::regrole::oid])
                       or not exists (select from pg_policy p where p.polrelid = c.oid
                            and p.polname = 'analysts' and p.polcmd = 'r' and p.polpermissive
                            and p.polroles = array[c.relowner]
                            and pg_get_expr(p.polqual, p.polrelid) like '%analytics.tenant()%'))\
                  """))
          .as("call analytics.fence('…') for them in the migration that makes them")
          .isEmpty();
    }
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
