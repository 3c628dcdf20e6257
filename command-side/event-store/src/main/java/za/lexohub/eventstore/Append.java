package za.lexohub.eventstore;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * What is appended all or not at all: the events of one unit of work, serialized, and the
 * idempotency key they answer for.
 */
final class Append {

  /** These direct the append; they are no part of what happened. */
  private static final Set<String> DIRECTIVES =
      Set.of(
          MetadataKeys.IDEMPOTENCY_KEY,
          MetadataKeys.REQUEST_HASH,
          MetadataKeys.TARGET,
          MetadataKeys.EXPECTED_VERSION);

  private final List<Row> rows;
  private final MetaData directives;
  private final long bytes;
  private final List<Run> runs;

  /** Events of one aggregate, one after the other from the first one's sequence on. */
  record Run(String aggregateId, long first) {}

  /** One event as the log will hold it. */
  record Row(
      UUID eventId,
      String aggregateType,
      String aggregateId,
      long sequence,
      String eventType,
      String revision,
      String tenant,
      OffsetDateTime occurred,
      byte[] payload,
      byte[] metadata) {}

  /**
   * @param events at least one
   * @throws AppendTooLarge when one of them, or all together, pass the limits of the log
   */
  Append(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.size() > AppendTooLarge.MAX_EVENTS) {
      throw AppendTooLarge.events(events.size());
    }
    rows = new ArrayList<>(events.size());
    directives = events.getFirst().getMetaData();
    long sum = 0;
    for (EventMessage<?> message : events) {
      Row row = row(message, serializer);
      long size = (long) row.payload.length + row.metadata.length;
      sum += size;
      AppendTooLarge.check(row, size, sum);
      rows.add(row);
    }
    bytes = sum;
    runs = runs(rows);
  }

  /**
   * The streams that the append goes on with. One with a hole counts as two, of which the second
   * follows upon nothing.
   */
  private static List<Run> runs(List<Row> rows) {
    Map<String, Long> next = new HashMap<>();
    List<Run> runs = new ArrayList<>();
    for (Row row : rows) {
      Long expected = next.put(row.aggregateId, row.sequence + 1);
      if (expected == null || expected != row.sequence) {
        runs.add(new Run(row.aggregateId, row.sequence));
      }
    }
    return runs;
  }

  private static Row row(EventMessage<?> message, Serializer serializer) {
    if (!(message instanceof DomainEventMessage<?> event)) {
      throw new IllegalArgumentException(
          "only aggregates write to the log, not " + message.getPayloadType().getSimpleName());
    }
    MetaData metadata = event.getMetaData();
    if (!(metadata.get(MetadataKeys.TENANT) instanceof String tenant)) {
      throw new IllegalArgumentException("event without a tenant in its metadata");
    }
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    return new Row(
        UUID.fromString(event.getIdentifier()),
        event.getType(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        payload.getType().getName(),
        payload.getType().getRevision(),
        tenant,
        event.getTimestamp().atOffset(ZoneOffset.UTC),
        payload.getData(),
        serializer.serialize(stored(metadata), byte[].class).getData());
  }

  private static MetaData stored(MetaData metadata) {
    Map<String, Object> kept = new HashMap<>(metadata);
    kept.keySet().removeAll(DIRECTIVES);
    return MetaData.from(kept);
  }

  List<Row> rows() {
    return rows;
  }

  List<Run> runs() {
    return runs;
  }

  /** Of payloads and metadata. */
  long bytes() {
    return bytes;
  }

  /** Whose the key is, and the key's only if there is one. */
  String tenant() {
    return rows.getFirst().tenant;
  }

  @Nullable String idempotencyKey() {
    return directive(MetadataKeys.IDEMPOTENCY_KEY);
  }

  @Nullable String requestHash() {
    return directive(MetadataKeys.REQUEST_HASH);
  }

  @Nullable String target() {
    return directive(MetadataKeys.TARGET);
  }

  /** How many events the key's target will have, if the append goes on with it. */
  @Nullable Long versionOfTarget() {
    String target = target();
    for (Row row : rows.reversed()) {
      if (row.aggregateId.equals(target)) {
        return row.sequence + 1;
      }
    }
    return null;
  }

  private @Nullable String directive(String key) {
    return (String) directives.get(key);
  }

  /** The places that only one append of a group can take: its aggregates, and its key. */
  Set<Object> claims() {
    Set<Object> claims = new HashSet<>();
    for (Row row : rows) {
      claims.add(row.aggregateId);
    }
    String key = idempotencyKey();
    if (key != null) {
      claims.add(List.of(tenant(), key));
    }
    return claims;
  }

  @Override
  public String toString() {
    Row first = rows.getFirst();
    return first.eventType
        + " of "
        + first.aggregateType
        + " "
        + first.aggregateId
        + " at "
        + first.sequence;
  }
}
