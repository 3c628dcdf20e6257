package za.lexohub.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/** What stands in the application's database, looked up by its owner. */
final class Sql {

  /** One column of all rows, as text. */
  static List<String> column(String query, Object... parameters) {
    try (Connection connection = connect()) {
      return column(connection, query, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  static long number(String query, Object... parameters) {
    return Long.parseLong(column(query, parameters).getFirst());
  }

  /** Row-level security hides rows from the owner too; it is lifted for a look and comes back. */
  static List<String> rows(String table) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("alter table " + table + " no force row level security");
        return column(connection, "select to_jsonb(t)::text from " + table + " t order by 1");
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  /** What all of these hold is gone. */
  static void lose(List<String> tables) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate table " + String.join(", ", tables));
    } catch (SQLException e) {
      throw new IllegalStateException(tables.toString(), e);
    }
  }

  private static List<String> column(Connection connection, String query, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  private static Connection connect() throws SQLException {
    Database database = TestParts.postgres().database();
    return DriverManager.getConnection(database.url(), database.owner(), database.password());
  }

  private Sql() {}
}
