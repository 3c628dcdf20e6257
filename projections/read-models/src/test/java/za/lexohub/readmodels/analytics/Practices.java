package za.lexohub.readmodels.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import za.lexohub.readmodels.TestStores;

/** A database with the books of practices, and an analyst who reads those of one. */
final class Practices implements AutoCloseable {

  static final String MINE = "mine";
  static final String THEIRS = "theirs";

  /** Stands in whatever a person typed or is called. */
  static final String TYPED = "nomvula";

  final TestStores stores = TestStores.open();
  final Connection owner;
  final Connection application;
  final Connection analyst;

  Practices() throws SQLException {
    owner = connect(stores.database.owner(), stores.database.password());
    application = connect(stores.database.application(), stores.database.password());
    analyst = connect(stores.database.analyst(), stores.database.analystPassword());
    run(
        owner,
        "insert into analytics.readers (login, tenant_id) values ('%s', '%s')"
            .formatted(stores.database.analyst(), MINE));
  }

  Connection connect(String role, String password) throws SQLException {
    return DriverManager.getConnection(stores.database.url(), role, password);
  }

  void fill(String tenant) throws SQLException, IOException {
    run(application, "select set_config('lexohub.tenant', '" + tenant + "', false)");
    try (InputStream file = Practices.class.getResourceAsStream("practice.sql")) {
      run(
          application,
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    }
    run(application, "reset lexohub.tenant");
  }

  /** How many rows the analyst sees in each view. */
  Map<String, Long> seen() throws SQLException {
    Map<String, Long> seen = new LinkedHashMap<>();
    for (String view : views()) {
      seen.put(view, number(analyst, "select count(*) from analytics." + view));
    }
    return seen;
  }

  List<String> views() throws SQLException {
    return column(
        owner,
        "select relname from pg_class where relkind = 'v' and relnamespace ="
            + " 'analytics'::regnamespace order by 1");
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> column(Connection connection, String query) throws SQLException {
    return rows(connection, query).stream().map(row -> row.values().iterator().next()).toList();
  }

  static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(column(connection, query).getFirst());
  }

  /** Each value by its column, as text; what is null is the text {@code null}. */
  static List<Map<String, String>> rows(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<Map<String, String>> rows = new ArrayList<>();
      while (found.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.put(found.getMetaData().getColumnLabel(i), String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    analyst.close();
    application.close();
    owner.close();
    stores.close();
  }
}
