package za.lexohub.readmodels.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.rebuild.Rebuild.Beside;
import za.lexohub.readmodels.rebuild.Report.Figures;
import za.lexohub.readmodels.row.Json;

/**
 * Compares the two versions of a read model, tenant by tenant, because nobody is shown the rows of
 * all. Runs in its caller's transaction, which sees one moment: a repeatable read.
 */
public final class Comparison {

  private static final int SHOWN_ROWS = 100;
  private static final int SHOWN_TENANTS = 1000;
  private static final int SHOWN_EVENTS = 20;
  private static final int FETCHED = 500;

  private final JdbcClient jdbc;

  public Comparison(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param position to which both have come
   * @param types of the events that the read model hears of
   */
  public Report compare(List<String> tables, Beside beside, long position, List<String> types) {
    List<String> tenants =
        jdbc.sql("select distinct tenant_id from event_log order by 1").query(String.class).list();
    List<Report.Row> rows = new ArrayList<>();
    List<Report.Table> compared = new ArrayList<>();
    for (String table : tables) {
      compared.add(table(ComparedTable.of(jdbc, table), beside.schema(), tenants, types, rows));
    }
    long differences = compared.stream().mapToLong(Report.Table::differences).sum();
    return new Report(
        position,
        Instant.now(),
        differences == 0,
        compared.stream().mapToLong(Report.Table::there).sum(),
        differences,
        compared,
        rows);
  }

  private Report.Table table(
      ComparedTable table,
      String schema,
      List<String> tenants,
      List<String> types,
      List<Report.Row> rows) {
    Map<String, Long> columns = new TreeMap<>();
    List<Report.Tenant> compared = new ArrayList<>();
    long differences = 0;
    long here = 0;
    long there = 0;
    for (String tenant : tenants) {
      name(tenant);
      Figures read = figures(table, "public", tenant);
      Figures built = figures(table, schema, tenant);
      here += read.rows();
      there += built.rows();
      if (!read.equals(built)) {
        differences += differences(table, schema, tenant, types, columns, rows);
      }
      if (read.rows() + built.rows() > 0) {
        compared.add(new Report.Tenant(tenant, read.equals(built), read, built));
      }
    }
    compared.sort(Comparator.comparing(Report.Tenant::same).thenComparing(Report.Tenant::tenant));
    return new Report.Table(
        table.name(),
        here,
        there,
        differences,
        columns,
        compared.subList(0, Math.min(SHOWN_TENANTS, compared.size())));
  }

  private Figures figures(ComparedTable table, String schema, String tenant) {
    return jdbc.sql(table.figures(schema))
        .param(tenant)
        .query(
            (row, number) -> {
              Map<String, Long> sums = new LinkedHashMap<>();
              for (String column : table.numbers()) {
                sums.put(column, row.getLong(column));
              }
              return new Figures(row.getLong("rows"), sums, row.getString("checksum"));
            })
        .single();
  }

  /** How many there are; the first of them are added to the rows. */
  private long differences(
      ComparedTable table,
      String schema,
      String tenant,
      List<String> types,
      Map<String, Long> columns,
      List<Report.Row> rows) {
    List<Found> shown = new ArrayList<>();
    long[] count = new long[1];
    jdbc.sql(table.differences(schema))
        .withFetchSize(FETCHED)
        .params(table.ids().toArray(String[]::new), tenant, tenant)
        .query(
            row -> {
              Found found = Found.of(row);
              count[0]++;
              found.columns.forEach(column -> columns.merge(column, 1L, Long::sum));
              if (rows.size() + shown.size() < SHOWN_ROWS) {
                shown.add(found);
              }
            });
    for (Found found : shown) {
      rows.add(
          new Report.Row(
              table.name(),
              tenant,
              found.key,
              found.columns,
              found.here,
              found.there,
              events(tenant, found.ids, types)));
    }
    return count[0];
  }

  private List<Report.Event> events(String tenant, String[] ids, List<String> types) {
    return jdbc.sql(
            """
            select position, event_type, aggregate_id from event_log
             where (aggregate_id = any(?) or event_id = any(cast(? as uuid[])))
               and tenant_id = ? and event_type = any(?)
             order by position desc limit ?\
            """)
        .params(ids, ids, tenant, types.toArray(String[]::new), SHOWN_EVENTS)
        .query(
            (row, number) -> new Report.Event(row.getLong(1), row.getString(2), row.getString(3)))
        .list();
  }

  private void name(String tenant) {
    jdbc.sql("select set_config('lexohub.tenant', ?, true)")
        .param(tenant)
        .query(String.class)
        .single();
  }

  /** A row that is not the same. */
  private record Found(
      Map<String, String> key, List<String> columns, String here, String there, String[] ids) {

    static Found of(ResultSet row) throws SQLException {
      Map<String, String> key = new TreeMap<>();
      Map<?, ?> columns = Json.read(row.getString("key"), Map.class);
      columns.forEach((name, value) -> key.put(String.valueOf(name), String.valueOf(value)));
      return new Found(
          key,
          List.of((String[]) row.getArray("columns").getArray()),
          row.getString("here"),
          row.getString("there"),
          (String[]) row.getArray("ids").getArray());
    }
  }
}
