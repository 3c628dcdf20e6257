package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;

/**
 * One call of {@code append_events}: the events of one unit of work, and the key it answers for.
 */
final class Append {

  private static final String CALL =
      "select append_events(?,?,?,?,?,?,?,?::timestamptz[],?,?,?,?,?,?)";

  /** These direct the append; they are no part of what happened. */
  private static final Set<String> DIRECTIVES =
      Set.of(
          MetadataKeys.IDEMPOTENCY_KEY,
          MetadataKeys.REQUEST_HASH,
          MetadataKeys.TARGET,
          MetadataKeys.EXPECTED_VERSION);

  private final UUID[] eventIds;
  private final String[] aggregateTypes;
  private final String[] aggregateIds;
  private final Long[] sequences;
  private final String[] eventTypes;
  private final String[] revisions;
  private final String[] tenants;
  private final String[] occurred;
  private final byte[][] payloads;
  private final byte[][] metadatas;
  private final MetaData directives;

  Append(List<? extends EventMessage<?>> events, Serializer serializer) {
    int size = events.size();
    eventIds = new UUID[size];
    aggregateTypes = new String[size];
    aggregateIds = new String[size];
    sequences = new Long[size];
    eventTypes = new String[size];
    revisions = new String[size];
    tenants = new String[size];
    occurred = new String[size];
    payloads = new byte[size][];
    metadatas = new byte[size][];
    directives = events.getFirst().getMetaData();
    for (int i = 0; i < size; i++) {
      write(i, events.get(i), serializer);
    }
  }

  private void write(int i, EventMessage<?> message, Serializer serializer) {
    if (!(message instanceof DomainEventMessage<?> event)) {
      throw new IllegalArgumentException(
          "only aggregates write to the log, not " + message.getPayloadType().getSimpleName());
    }
    MetaData metadata = event.getMetaData();
    if (!(metadata.get(MetadataKeys.TENANT) instanceof String tenant)) {
      throw new IllegalArgumentException("event without a tenant in its metadata");
    }
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    eventIds[i] = UUID.fromString(event.getIdentifier());
    aggregateTypes[i] = event.getType();
    aggregateIds[i] = event.getAggregateIdentifier();
    sequences[i] = event.getSequenceNumber();
    eventTypes[i] = payload.getType().getName();
    revisions[i] = payload.getType().getRevision();
    tenants[i] = tenant;
    occurred[i] = event.getTimestamp().atOffset(ZoneOffset.UTC).toString();
    payloads[i] = payload.getData();
    metadatas[i] = serializer.serialize(stored(metadata), byte[].class).getData();
  }

  private static MetaData stored(MetaData metadata) {
    Map<String, Object> kept = new HashMap<>(metadata);
    kept.keySet().removeAll(DIRECTIVES);
    return MetaData.from(kept);
  }

  /** Appends all or nothing and returns the position of the last event. */
  long execute(Connection connection) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement(CALL)) {
      List<Object> arrays = new ArrayList<>();
      arrays.add(connection.createArrayOf("uuid", eventIds));
      arrays.add(connection.createArrayOf("text", aggregateTypes));
      arrays.add(connection.createArrayOf("text", aggregateIds));
      arrays.add(connection.createArrayOf("bigint", sequences));
      arrays.add(connection.createArrayOf("text", eventTypes));
      arrays.add(connection.createArrayOf("text", revisions));
      arrays.add(connection.createArrayOf("text", tenants));
      arrays.add(connection.createArrayOf("text", occurred));
      arrays.add(connection.createArrayOf("bytea", payloads));
      arrays.add(connection.createArrayOf("bytea", metadatas));
      for (int i = 0; i < arrays.size(); i++) {
        call.setObject(i + 1, arrays.get(i));
      }
      call.setString(11, tenants[0]);
      call.setString(12, idempotencyKey());
      call.setString(13, directive(MetadataKeys.REQUEST_HASH));
      call.setString(14, directive(MetadataKeys.TARGET));
      try (ResultSet result = call.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /** Whether an earlier attempt at this very append was committed, though its answer was lost. */
  boolean isStored(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from event_log where event_id = ?")) {
      select.setObject(1, eventIds[0]);
      try (ResultSet result = select.executeQuery()) {
        return result.next();
      }
    }
  }

  @Nullable String idempotencyKey() {
    return directive(MetadataKeys.IDEMPOTENCY_KEY);
  }

  private @Nullable String directive(String key) {
    return (String) directives.get(key);
  }

  @Override
  public String toString() {
    return eventTypes[0]
        + " of "
        + aggregateTypes[0]
        + " "
        + aggregateIds[0]
        + " at "
        + sequences[0];
  }
}
