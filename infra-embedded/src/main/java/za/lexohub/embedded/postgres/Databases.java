package za.lexohub.embedded.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Makes roles and databases, as the superuser. */
final class Databases {

  static final String SUPERUSER = "postgres";

  private static final String OWNER = "lexohub_owner";
  private static final String APPLICATION = "lexohub_app";
  private static final String MAIN = "lexohub";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

  private final String host;
  private final int port;
  private final String superuserPassword;
  private final String password;

  /**
   * @param superuserPassword empty when the server trusts the superuser
   * @param password of the two roles
   */
  Databases(String host, int port, String superuserPassword, String password) {
    this.host = host;
    this.port = port;
    this.superuserPassword = superuserPassword;
    this.password = password;
  }

  /** Makes the roles and the database of the application, as far as they are missing. */
  Database provideMain() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      provideRole(statement, OWNER);
      provideRole(statement, APPLICATION);
      if (!exists(statement, "select 1 from pg_database where datname = '" + MAIN + "'")) {
        create(statement, MAIN);
      }
      return describe(MAIN);
    }
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
    return new Database(name, url(name), OWNER, APPLICATION, password);
  }

  private void provideRole(Statement statement, String role) throws SQLException {
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
    statement.execute("grant connect on database \"%s\" to %s".formatted(name, APPLICATION));
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }
}
