package za.lexohub.benchmarks.mixed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The application's database, as its administrator sees it: what the log says of work that was
 * asked for and done, and how the server does.
 */
final class Log implements AutoCloseable {

  /**
   * What has been recorded.
   *
   * @param position of the last event that is counted
   * @param invoices generated
   * @param papersAsked renderings of any kind, each once however often it was asked for
   * @param papersMade and stored
   * @param papersFailed for good
   * @param mailsAsked of any kind, each once
   * @param mailsSent to whom they were for
   * @param mailsFailed for good
   */
  record Counted(
      long position,
      long invoices,
      long papersAsked,
      long papersMade,
      long papersFailed,
      long mailsAsked,
      long mailsSent,
      long mailsFailed) {

    static final Counted NONE = new Counted(0, 0, 0, 0, 0, 0, 0, 0);

    long papersWaiting() {
      return papersAsked - papersMade - papersFailed;
    }

    long mailsWaiting() {
      return mailsAsked - mailsSent - mailsFailed;
    }

    Counted since(Counted before) {
      return new Counted(
          position - before.position,
          invoices - before.invoices,
          papersAsked - before.papersAsked,
          papersMade - before.papersMade,
          papersFailed - before.papersFailed,
          mailsAsked - before.mailsAsked,
          mailsSent - before.mailsSent,
          mailsFailed - before.mailsFailed);
    }
  }

  private static final String COUNT =
      """
      select coalesce(max(position), 0),
        count(*) filter (where event_type = 'InvoiceGenerated'),
        count(*) filter (where event_type like '%PdfRequested' and first),
        count(*) filter (where event_type like '%PdfStored'),
        count(*) filter (where event_type like '%PdfFailed'),
        count(*) filter (where event_type like '%NotificationRequested' and first),
        count(*) filter (where event_type like '%NotificationSent'),
        count(*) filter (where event_type like '%NotificationFailed')
      from event_log e cross join lateral (
        -- A saga that waits too long asks again for the same; after a failure it is another one.
        select event_type not like '%Requested' or not exists (
          select from event_log earlier
          where earlier.aggregate_id = e.aggregate_id and earlier.sequence < e.sequence
            and earlier.event_type = e.event_type and earlier.payload = e.payload
            and not exists (
              select from event_log failed
              where failed.aggregate_id = e.aggregate_id
                and failed.sequence between earlier.sequence and e.sequence
                and failed.event_type = replace(e.event_type, 'Requested', 'Failed'))) as first) asked
      where position > ?\
      """;

  private final Connection connection;
  private Counted counted = Counted.NONE;

  private Log(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param data the application's folder
   */
  static Log in(Path data) throws IOException, SQLException {
    String port =
        Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).get(3).strip();
    // Whom the server takes at its word on this machine, and who is shown what others do.
    return new Log(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/lexohub", "postgres", ""));
  }

  /** As of now; reads only what is new since the last time. */
  synchronized Counted count() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setLong(1, counted.position);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        counted =
            new Counted(
                Math.max(counted.position, row.getLong(1)),
                counted.invoices + row.getLong(2),
                counted.papersAsked + row.getLong(3),
                counted.papersMade + row.getLong(4),
                counted.papersFailed + row.getLong(5),
                counted.mailsAsked + row.getLong(6),
                counted.mailsSent + row.getLong(7),
                counted.mailsFailed + row.getLong(8));
        return counted;
      }
    }
  }

  /** The connections that clients hold now, those with a transaction under way first. */
  synchronized Map<String, long[]> connections() throws SQLException {
    Map<String, long[]> held = new LinkedHashMap<>();
    try (Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery(
                """
                select coalesce(nullif(application_name, ''), usename),
                  count(*) filter (where state <> 'idle'), count(*)
                from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid() group by 1\
                """)) {
      while (rows.next()) {
        held.put(rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3)});
      }
    }
    return held;
  }

  synchronized long mostConnections() throws SQLException {
    return number("select setting::bigint from pg_settings where name = 'max_connections'");
  }

  /** Rows that are dead and not yet vacuumed, of all tables. */
  synchronized long deadRows() throws SQLException {
    return number("select coalesce(sum(n_dead_tup), 0)::bigint from pg_stat_user_tables");
  }

  /** Bytes of each table, with its indexes, the largest first. */
  synchronized Map<String, Long> sizes() throws SQLException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    try (Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery(
                """
                select schemaname || '.' || relname, pg_total_relation_size(relid)
                from pg_stat_user_tables order by 2 desc\
                """)) {
      while (rows.next()) {
        sizes.put(rows.getString(1), rows.getLong(2));
      }
    }
    return sizes;
  }

  private long number(String sql) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
