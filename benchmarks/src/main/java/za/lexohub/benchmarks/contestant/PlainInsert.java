package za.lexohub.benchmarks.contestant;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import za.lexohub.embedded.postgres.Database;

/**
 * One INSERT per transaction into a table with the columns and indexes of ours, and nothing else:
 * no safe order, no idempotency, no hash (its bytes are made up), no serialising. What a server can
 * do at best without grouping.
 */
final class PlainInsert implements Node {

  private static final String TABLE =
      """
      create table plain_log (
        position       bigint      generated always as identity,
        event_id       uuid        not null,
        aggregate_type text        not null,
        aggregate_id   text        not null,
        sequence       bigint      not null check (sequence >= 0),
        event_type     text        not null,
        revision       text        not null,
        tenant_id      text        not null,
        occurred_at    timestamptz not null,
        recorded_at    timestamptz not null default clock_timestamp(),
        payload        bytea       not null,
        metadata       bytea       not null,
        leaf_hash      bytea       not null,
        primary key (position), unique (event_id), unique (aggregate_id, sequence))
      """;
  private static final String INSERT =
      """
      insert into plain_log (event_id, aggregate_type, aggregate_id, sequence, event_type, revision,
        tenant_id, occurred_at, payload, metadata, leaf_hash) values (?,?,?,?,?,?,?,?,?,?,?)
      """;

  private final HikariDataSource pool;
  private final byte[] payload;
  private final byte[] metadata;
  private final byte[] hash = new byte[32];

  private PlainInsert(HikariDataSource pool) {
    this.pool = pool;
    UUID id = new UUID(1, 2);
    Serializer serializer = Samples.serializer();
    Map<String, Object> said = Samples.event(id, 0, Samples.metadata(id)).getMetaData();
    payload = serializer.serialize(Samples.payload(id, "text"), byte[].class).getData();
    metadata = serializer.serialize(MetaData.from(said), byte[].class).getData();
  }

  static PlainInsert start(Database database, int connections, boolean first) {
    HikariDataSource pool = Pool.of(database, connections);
    if (first) {
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
        statement.execute("create index on plain_log using brin (recorded_at)");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return new PlainInsert(pool);
  }

  @Override
  public void append(UUID stream, long sequence) {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, Samples.AGGREGATE);
      insert.setString(3, stream.toString());
      insert.setLong(4, sequence);
      insert.setString(5, Samples.EVENT_TYPE);
      insert.setString(6, "1");
      insert.setString(7, "tenant-" + Math.floorMod(stream.hashCode(), 200));
      insert.setObject(8, OffsetDateTime.now(ZoneOffset.UTC));
      insert.setBytes(9, payload);
      insert.setBytes(10, metadata);
      insert.setBytes(11, hash);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void command(UUID aggregate) {
    throw new IllegalStateException("a plain INSERT takes no commands");
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readAll() {
    throw new IllegalStateException("a plain INSERT reads no messages");
  }

  @Override
  public void close() {
    pool.close();
  }
}
