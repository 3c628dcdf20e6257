package za.lexohub.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/** A migrated database with a log that tests fill, as the application's role and as its owner. */
public final class LogDatabase implements AutoCloseable {

  private final Database database;
  private final HikariDataSource pool = new HikariDataSource();

  private LogDatabase(Database database) {
    this.database = database;
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.application());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(16);
  }

  /** Of that name; one that was there is dropped. */
  public static LogDatabase fresh(String name) {
    Database database = TestParts.postgres().createDatabase(name);
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    return new LogDatabase(database);
  }

  /** Reads and appends; can change nothing. */
  public JdbcClient application() {
    return JdbcClient.create(pool);
  }

  public DataSource dataSource() {
    return pool;
  }

  /** What a malicious administrator has. */
  public JdbcClient owner() {
    return JdbcClient.create(ownerDataSource());
  }

  public DataSource ownerDataSource() {
    return new DriverManagerDataSource(database.url(), database.owner(), database.password());
  }

  /** One connection of the owner's, to be closed. */
  public Connection ownerConnection() throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.password());
  }

  /** Changes the log as only somebody can who owns it and lifts what guards it. */
  public void tamper(String sql) {
    owner()
        .sql(
            "alter table event_log disable trigger user; "
                + sql
                + "; alter table event_log enable trigger user")
        .update();
  }

  /** The leaves as the rows say. */
  public List<Hash> leaves() {
    return application()
        .sql("select leaf_hash from event_log order by position")
        .query((row, n) -> Hash.of(row.getBytes(1)))
        .list();
  }

  /** Appends that many events of one new aggregate, in one call, as the engine does. */
  public void append(String tenant, int events) {
    append(tenant, UUID.randomUUID().toString(), events);
  }

  /** Appends one event after the last one of its aggregate. */
  public void append(String aggregate, String type, String payload) {
    long next =
        application()
            .sql("select count(*) from event_log where aggregate_id = ?")
            .param(aggregate)
            .query(Long.class)
            .single();
    append("operations", aggregate, type, next, List.of(payload));
  }

  private void append(String tenant, String aggregate, int events) {
    List<String> payloads = IntStream.range(0, events).mapToObj(n -> "{\"n\":" + n + "}").toList();
    append(tenant, aggregate, "MatterOpened", 0, payloads);
  }

  private void append(
      String tenant, String aggregate, String type, long first, List<String> contents) {
    int events = contents.size();
    String sql =
        "select append_events(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],"
            + " ?::text[], ?::timestamptz[], ?::bytea[], ?::bytea[], null, null, null, null)";
    try (Connection connection = pool.getConnection();
        PreparedStatement call = connection.prepareStatement(sql)) {
      Object[] ids = new Object[events];
      Object[] sequences = new Object[events];
      byte[][] payloads = new byte[events][];
      byte[][] metadatas = new byte[events][];
      for (int i = 0; i < events; i++) {
        ids[i] = UUID.randomUUID();
        sequences[i] = first + i;
        payloads[i] = contents.get(i).getBytes(StandardCharsets.UTF_8);
        metadatas[i] = "{}".getBytes(StandardCharsets.UTF_8);
      }
      set(connection, call, 1, "uuid", ids);
      set(connection, call, 2, "text", same(events, "Matter"));
      set(connection, call, 3, "text", same(events, aggregate));
      set(connection, call, 4, "bigint", sequences);
      set(connection, call, 5, "text", same(events, type));
      set(connection, call, 6, "text", same(events, "1"));
      set(connection, call, 7, "text", same(events, tenant));
      set(connection, call, 8, "timestamptz", same(events, Timestamp.from(Instant.now())));
      set(connection, call, 9, "bytea", payloads);
      set(connection, call, 10, "bytea", metadatas);
      call.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object[] same(int times, Object value) {
    return Collections.nCopies(times, value).toArray();
  }

  private static void set(
      Connection connection, PreparedStatement call, int index, String type, Object[] values)
      throws SQLException {
    call.setArray(index, connection.createArrayOf(type, values));
  }

  @Override
  public void close() {
    pool.close();
  }
}
