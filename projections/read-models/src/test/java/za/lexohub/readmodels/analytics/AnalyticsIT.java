package za.lexohub.readmodels.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static za.lexohub.readmodels.analytics.Practices.MINE;
import static za.lexohub.readmodels.analytics.Practices.THEIRS;
import static za.lexohub.readmodels.analytics.Practices.TYPED;
import static za.lexohub.readmodels.analytics.Practices.column;
import static za.lexohub.readmodels.analytics.Practices.number;
import static za.lexohub.readmodels.analytics.Practices.rows;
import static za.lexohub.readmodels.analytics.Practices.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An analyst at the database reads their own practice's views, and nothing else. */
class AnalyticsIT {

  private static Practices practices;

  /** Before another practice had anything. */
  private static Map<String, Long> own;

  @BeforeAll
  static void open() throws SQLException, IOException {
    practices = new Practices();
    practices.fill(MINE);
    own = practices.seen();
    practices.fill(THEIRS);
    run(practices.application, "set lexohub.tenant = '" + THEIRS + "'");
    run(
        practices.application,
        "update invoices set total = 777 where invoice_number = 'INV-2026-5'");
    run(practices.application, "reset lexohub.tenant");
  }

  @AfterAll
  static void close() throws SQLException {
    practices.close();
  }

  private static Connection another() throws SQLException {
    return practices.connect(
        practices.stores.database.analyst(), practices.stores.database.analystPassword());
  }

  @Test
  void an_analyst_sees_one_practice_in_every_view() throws SQLException {
    assertThat(own).hasSize(12).doesNotContainValue(0L);
    assertThat(practices.seen()).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set lexohub.tenant = 'theirs'",
        "set search_path = public, analytics",
        "set role none",
        "set default_transaction_read_only = off",
        "set session characteristics as transaction read write",
        "set application_name = 'lexohub_app'"
      })
  void what_a_session_may_set_shows_it_nothing_more(String setting) throws SQLException {
    try (Connection session = another()) {
      run(session, setting);
      for (Map.Entry<String, Long> view : own.entrySet()) {
        assertThat(number(session, "select count(*) from analytics." + view.getKey()))
            .as(view.getKey())
            .isEqualTo(view.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set role lexohub_app",
        "set role lexohub_owner",
        "set session authorization lexohub_app",
        "select count(*) from public.matters",
        "select count(*) from public.ledger_entries",
        "select count(*) from public.flyway_schema_history",
        "select public.search_fold('x')",
        "select * from analytics.salts",
        "select * from analytics.readers",
        "select analytics.pseudonym('mine', 'Nomvula Dlamini')",
        "call analytics.fence('analytics.readers')",
        "call analytics.publish('analytics.matters_v1', '', '{}')",
        "insert into analytics.readers (login, tenant_id) values ('lexohub_analyst', 'theirs')",
        "update analytics.work_items_v1 set billable = true",
        "delete from analytics.work_items_v1",
        "create table analytics.mine (id int)",
        "create table public.mine (id int)",
        "create temporary table mine (id int)",
        "create function analytics.look() returns int language sql return 1",
        "copy analytics.matters_v1 to program 'cat'",
        "select pg_read_file('pg_hba.conf')",
        "set temp_file_limit = -1",
        "set row_security = off; select count(*) from analytics.matters_v1"
      })
  void whatever_else_an_analyst_tries_is_refused(String attempt) throws SQLException {
    try (Connection session = another()) {
      run(session, "set default_transaction_read_only = off");
      assertThatThrownBy(() -> run(session, attempt))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching(
              "(?s).*(permission denied|would be affected by row-level security).*");
    }
  }

  @Test
  void a_condition_of_the_analysts_never_sees_a_row_of_another_practice() throws SQLException {
    assertThat(
            number(
                practices.analyst,
                "select count(*) from analytics.invoices_v1 where 1 / (total_cents - 777) >= 0"))
        .isEqualTo(own.get("invoices_v1"));
  }

  @Test
  void a_login_that_is_no_reader_sees_no_row_and_neither_do_the_application_and_the_owner()
      throws SQLException {
    for (String view : own.keySet()) {
      String all = "select count(*) from analytics." + view;
      run(practices.application, "set lexohub.tenant = 'mine'");
      assertThat(number(practices.application, all)).as(view).isZero();
      assertThat(number(practices.owner, all)).as(view).isZero();
    }
    run(practices.application, "reset lexohub.tenant");
    practices.owner.setAutoCommit(false);
    try (Connection session = another()) {
      run(practices.owner, "delete from analytics.readers");
      practices.owner.commit();
      assertThat(practices.seen().values()).allMatch(rows -> rows == 0);
      assertThat(number(session, "select count(analytics.tenant())")).isZero();
    } finally {
      run(
          practices.owner,
          "insert into analytics.readers (login, tenant_id) values ('%s', '%s')"
              .formatted(practices.stores.database.analyst(), MINE));
      practices.owner.commit();
      practices.owner.setAutoCommit(true);
    }
  }

  @Test
  void an_analyst_has_no_right_in_public_and_only_to_read_in_analytics() throws SQLException {
    String analyst = practices.stores.database.analyst();
    assertThat(
            column(
                practices.owner,
                """
                select c.oid::regclass::text from pg_class c
                 where c.relnamespace in ('public'::regnamespace, 'analytics'::regnamespace)
                   and c.relkind in ('r', 'v', 'm', 'p', 'f')
                   and has_table_privilege('%1$s', c.oid,
                         case when c.relkind = 'v' and c.relnamespace = 'analytics'::regnamespace
                              then 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'
                              else 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER' end)\
                """
                    .formatted(analyst)))
        .isEmpty();
    assertThat(
            column(
                practices.owner,
                "select has_schema_privilege('%1$s', 'public', 'USAGE, CREATE') or"
                        .formatted(analyst)
                    + " has_schema_privilege('%1$s', 'analytics', 'CREATE')".formatted(analyst)))
        .containsExactly("f");
  }

  /**
   * Such a function does what its owner may, for everybody whom nobody has taken the right from.
   */
  @Test
  void of_the_functions_that_act_as_their_owner_an_analyst_may_call_one() throws SQLException {
    assertThat(
            column(
                practices.owner,
                """
                select p.oid::regprocedure::text from pg_proc p
                 where p.prosecdef and has_function_privilege('%1$s', p.oid, 'EXECUTE')
                   and has_schema_privilege('%1$s', p.pronamespace, 'USAGE')\
                """
                    .formatted(practices.stores.database.analyst())))
        .containsExactly("analytics.tenant()");
  }

  @Test
  void statements_are_short_reads_and_a_login_has_few_sessions() throws SQLException {
    assertThat(
            rows(
                practices.analyst,
                """
                select current_setting('statement_timeout') as statement,
                       current_setting('idle_in_transaction_session_timeout') as idle,
                       current_setting('default_transaction_read_only') as only_reads,
                       current_setting('search_path') as path,
                       (select rolconnlimit from pg_roles where rolname = session_user) as sessions\
                """))
        .containsExactly(
            Map.of(
                "statement",
                "30s",
                "idle",
                "1min",
                "only_reads",
                "on",
                "path",
                "analytics",
                "sessions",
                "5"));
  }

  @Test
  void every_view_is_a_barrier_has_a_version_and_says_what_it_and_its_columns_mean()
      throws SQLException {
    assertThat(practices.views()).allMatch(view -> view.matches("[a-z_]+_v[1-9][0-9]*"));
    assertThat(
            column(
                practices.owner,
                """
                select c.relname || coalesce('.' || a.attname, '')
                  from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0
                 where c.relkind = 'v' and c.relnamespace = 'analytics'::regnamespace
                   and (coalesce(obj_description(c.oid), '') = ''
                     or coalesce(col_description(c.oid, a.attnum), '') = ''
                     or not coalesce('security_barrier=true' = any (c.reloptions), false))\
                """))
        .isEmpty();
  }

  @Test
  void nothing_that_somebody_typed_or_is_called_is_shown() throws SQLException {
    for (String view : own.keySet()) {
      assertThat(
              column(practices.analyst, "select to_jsonb(v)::text from analytics." + view + " v"))
          .as(view)
          .isNotEmpty()
          .noneMatch(row -> row.toLowerCase(Locale.ROOT).contains(TYPED))
          .noneMatch(row -> row.contains(MINE));
    }
  }

  @Test
  void a_kind_of_matter_is_a_known_one_or_any_other() throws SQLException {
    for (String view : List.of("matters_v1", "pro_formas_v1", "invoices_v1")) {
      assertThat(
              column(
                  practices.analyst,
                  "select distinct matter_type from analytics." + view + " order by 1"))
          .as(view)
          .containsExactlyInAnyOrder("Opinion", "OTHER");
    }
    assertThat(
            column(
                practices.analyst,
                "select analytics.matter_type(typed) from (values (1, 'LABOUR law '),"
                    + " (2, 'Labour law for N. Dlamini'), (3, ''), (4, null)) t (n, typed)"
                    + " order by n"))
        .containsExactly("Labour law", "OTHER", "OTHER", "null");
  }

  @Test
  void a_name_has_one_pseudonym_in_a_practice_and_another_one_elsewhere() throws SQLException {
    List<String> clients =
        column(
            practices.analyst,
            "select client from analytics.matters_v1 union select client from"
                + " analytics.invoices_v1 union select client from analytics.pro_formas_v1 order by"
                + " 1");
    assertThat(clients).hasSize(2).allMatch(name -> name.matches("c-[0-9a-f]{12}"));
    String question = "select analytics.pseudonym('%s', '%s')";
    String here =
        column(practices.application, question.formatted(MINE, " NOMVULA dlamini")).getFirst();
    assertThat(clients).contains(here);
    assertThat(column(practices.application, question.formatted(THEIRS, "Nomvula Dlamini")))
        .doesNotContain(here);
    assertThat(column(practices.application, "select analytics.pseudonym('mine', null)"))
        .containsExactly("null");
    assertThat(column(practices.analyst, "select attorney from matters_v1 where bar = 'CAPE_TOWN'"))
        .as("who was erased is nobody")
        .containsExactly("[erased]");
  }

  /** Without the secret a pseudonym says nothing; another database has another one. */
  @Test
  void no_two_databases_make_the_same_pseudonyms() throws SQLException {
    try (Practices other = new Practices()) {
      String question = "select analytics.pseudonym('mine', 'Nomvula Dlamini')";
      assertThat(column(other.application, question))
          .isNotEqualTo(column(practices.application, question));
    }
  }
}
