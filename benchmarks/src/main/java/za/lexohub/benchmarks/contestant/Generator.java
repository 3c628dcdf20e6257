package za.lexohub.benchmarks.contestant;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.postgres.Database;

/**
 * Fills a log faster than it could be written: streams of ten events, with correct leaf hashes and
 * payloads that can be decoded.
 */
public final class Generator {

  private static final int STREAM = 10;
  private static final int CHUNK = 100_000;
  private static final UUID MARK = new UUID(0x1234567812345678L, 0x8765432187654321L);

  private static final String ROWS =
      """
      select p as position, gen_random_uuid() as event_id, 'Tally' as aggregate_type,
             a.id as aggregate_id, (p - 1) %% %d as sequence, 'MatterPutOnHold' as event_type,
             '1' as revision, 'tenant-' || ((p - 1) / %d) %% 200 as tenant_id,
             timestamptz '2026-01-01 00:00Z' + p * interval '10 ms' as at,
             convert_to(replace(?, ?, a.id), 'UTF8') as payload,
             convert_to(?, 'UTF8') as metadata
      from generate_series(?::bigint, ?::bigint) p
      cross join lateral (select md5(((p - 1) / %d)::text)::uuid::text as id) a
      """
          .formatted(STREAM, STREAM, STREAM);

  private static final String OURS =
      """
      insert into event_log (position, event_id, aggregate_type, aggregate_id, sequence, event_type,
        revision, tenant_id, occurred_at, recorded_at, payload, metadata, leaf_hash)
      select position, event_id, aggregate_type, aggregate_id, sequence, event_type, revision,
        tenant_id, at, at, payload, metadata,
        event_leaf_hash(position, event_id, aggregate_type, aggregate_id, sequence, event_type,
          revision, tenant_id, at, at, payload, metadata)
      from (\
      """
          + ROWS
          + ") e order by position";

  private static final String AXON =
      """
      insert into domainevententry (aggregateidentifier, sequencenumber, type, eventidentifier,
        metadata, payload, payloadrevision, payloadtype, timestamp)
      select aggregate_id, sequence, aggregate_type, event_id::text, metadata, payload, revision,
        event_type, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      from (\
      """
          + ROWS
          + ") e order by position";

  private Generator() {}

  /** Fills the log of ours, whose tables are there. */
  public static void fillOurs(Database database, long events, LongConsumer progress)
      throws SQLException {
    fill(database, OURS, "event_log", events, progress);
  }

  /** Fills the table of Axon's JDBC engine, which is there. */
  public static void fillAxon(Database database, long events, LongConsumer progress)
      throws SQLException {
    fill(database, AXON, "domainevententry", events, progress);
  }

  private static void fill(
      Database database, String sql, String table, long events, LongConsumer progress)
      throws SQLException {
    Serializer serializer = Samples.serializer();
    Map<String, Object> metadata = Samples.event(MARK, 0, Samples.metadata(MARK)).getMetaData();
    try (Connection connection = Server.owner(database);
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, text(serializer, Samples.payload(MARK, "text")));
      insert.setString(2, MARK.toString());
      insert.setString(3, text(serializer, MetaData.from(metadata)));
      for (long done = 0; done < events; done += CHUNK) {
        insert.setLong(4, done + 1);
        insert.setLong(5, Math.min(events, done + CHUNK));
        insert.executeUpdate();
        progress.accept(Math.min(events, done + CHUNK));
      }
      try (var vacuum = connection.createStatement()) {
        vacuum.execute("vacuum analyze " + table);
      }
    }
  }

  private static String text(Serializer serializer, Object value) {
    return new String(serializer.serialize(value, byte[].class).getData(), StandardCharsets.UTF_8);
  }
}
