package za.lexohub.embedded.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import za.lexohub.embedded.part.Credentials;

/** Makes roles and databases, as the superuser. */
final class Databases {

  static final String SUPERUSER = "postgres";

  private static final String OWNER = "lexohub_owner";
  private static final String APPLICATION = "lexohub_app";
  private static final String ANALYST = "lexohub_analyst";
  private static final String MAIN = "lexohub";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

  /**
   * PostgreSQL lets everybody take advisory locks, the lock of the event log's appends among them,
   * and store large objects.
   */
  private static final String WITHHOLD =
      """
      do $$
      declare
        held regprocedure;
      begin
        for held in
          select oid from pg_proc
           where pronamespace = 'pg_catalog'::regnamespace
             and proname ~ '^(lo_|lowrite$|pg_(try_)?advisory_)'
             and has_function_privilege('public', oid, 'EXECUTE')
        loop
          execute format('revoke execute on function %%s from public', held);
          execute format('grant execute on function %%s to %s, %s', held);
        end loop;
      end
      $$
      """
          .formatted(OWNER, APPLICATION);

  private final String host;
  private final int port;
  private final String superuserPassword;
  private final Credentials credentials;

  /**
   * @param superuserPassword empty when the server trusts the superuser
   */
  Databases(String host, int port, String superuserPassword, Credentials credentials) {
    this.host = host;
    this.port = port;
    this.superuserPassword = superuserPassword;
    this.credentials = credentials;
  }

  /**
   * Makes the roles and the database of the application, as far as they are missing: the analysts'
   * role also in a folder that is older than it.
   */
  Database provideMain() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      provideRole(statement, OWNER, credentials.databasePassword());
      provideRole(statement, APPLICATION, credentials.databasePassword());
      provideAnalyst(statement);
      if (!exists(statement, "select 1 from pg_database where datname = '" + MAIN + "'")) {
        create(statement, MAIN);
      }
      admit(statement, MAIN, ANALYST);
    }
    try (Connection connection =
            DriverManager.getConnection(url(MAIN), SUPERUSER, superuserPassword);
        Statement statement = connection.createStatement()) {
      statement.execute(WITHHOLD);
    }
    return describe(MAIN);
  }

  Database createFresh(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A database name has letters, digits and underscores and starts with a letter, unlike '"
              + name
              + "'");
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists \"" + name + "\" with (force)");
      create(statement, name);
      return describe(name);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL did not make the database " + name, e);
    }
  }

  boolean answers() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return exists(statement, "select 1");
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres"), SUPERUSER, superuserPassword);
  }

  private String url(String name) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
  }

  private Database describe(String name) {
    return new Database(
        name,
        url(name),
        OWNER,
        APPLICATION,
        credentials.databasePassword(),
        ANALYST,
        credentials.analystPassword());
  }

  /**
   * A session may change all of these settings but the last: they hold back mistakes, and rights
   * the rest.
   */
  private void provideAnalyst(Statement statement) throws SQLException {
    provideRole(statement, ANALYST, credentials.analystPassword());
    statement.execute("alter role %s connection limit 5".formatted(ANALYST));
    for (String setting :
        List.of(
            "search_path = analytics",
            "default_transaction_read_only = on",
            "statement_timeout = '30s'",
            "idle_in_transaction_session_timeout = '60s'",
            "temp_file_limit = '1GB'")) {
      statement.execute("alter role %s set %s".formatted(ANALYST, setting));
    }
  }

  private static void provideRole(Statement statement, String role, String password)
      throws SQLException {
    String verb =
        exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")
            ? "alter"
            : "create";
    statement.execute(
        "%s role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
            .formatted(verb, role, password));
  }

  private static void create(Statement statement, String name) throws SQLException {
    statement.execute("create database \"%s\" owner %s template template0".formatted(name, OWNER));
    statement.execute("revoke all on database \"%s\" from public".formatted(name));
    admit(statement, name, APPLICATION);
    admit(statement, name, ANALYST);
  }

  private static void admit(Statement statement, String name, String role) throws SQLException {
    statement.execute("grant connect on database \"%s\" to %s".formatted(name, role));
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }
}
