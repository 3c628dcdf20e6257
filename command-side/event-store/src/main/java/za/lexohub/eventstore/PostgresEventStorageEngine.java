package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.ledger.CommandLedger;

/**
 * The log as Axon sees it. Positions are dense and in commit order, so a token is one plain number
 * that can neither skip nor repeat an event.
 *
 * <p>An append is all events of a unit of work or none, outside of any other transaction; what is
 * appended at the same time goes to the server together (see {@link AppendQueue}). A taken
 * (aggregate, sequence) is a {@link ConcurrencyException}: decide again. A taken idempotency key is
 * a {@link CommandLedger.KeyTaken}. An append beyond the log's limits is {@link AppendTooLarge}.
 * Without events nothing happens.
 */
class PostgresEventStorageEngine extends BatchingEventStorageEngine {

  private static final int BATCH = 500;

  private static final String COLUMNS =
      "position, event_id, aggregate_type, aggregate_id, sequence, event_type, revision,"
          + " occurred_at, payload, metadata";

  static final String OF_AGGREGATE =
      "select "
          + COLUMNS
          + " from event_log where aggregate_id = ? and sequence >= ? order by sequence limit ?";

  private final DataSource dataSource;
  private final AppendQueue queue;
  private volatile Runnable afterTailRead = () -> {};
  private volatile Consumer<RuntimeException> brokenTailRead = failure -> {};

  PostgresEventStorageEngine(
      DataSource dataSource, AppendQueue queue, Serializer serializer, EventUpcaster upcasters) {
    super(new Builder(serializer, upcasters));
    this.dataSource = dataSource;
    this.queue = queue;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    Append append = new Append(events, serializer);
    String refusal = queue.append(append);
    if (refusal != null) {
      throw refused(append, refusal);
    }
  }

  private static RuntimeException refused(Append append, String constraint) {
    return switch (constraint) {
      case GroupCall.PLACE_TAKEN, "event_log_event_id_uk", "event_log_pk" ->
          new ConcurrencyException("somebody else has appended where " + append + " belongs");
      case GroupCall.KEY_TAKEN -> new CommandLedger.KeyTaken(append.idempotencyKey());
      default -> new EventStoreException("cannot append " + append + ": " + constraint);
    };
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    return read(
        "select " + COLUMNS + " from event_log where position > ? order by position limit ?",
        row ->
            new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("position")), entry(row)),
        position(lastToken),
        batchSize);
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    return read(
        OF_AGGREGATE,
        PostgresEventStorageEngine::entry,
        aggregateIdentifier,
        firstSequenceNumber,
        batchSize);
  }

  /** Called whenever a reader at the tail of the log has been given new events, all of them. */
  void afterTailRead(Runnable callback) {
    afterTailRead = callback;
  }

  /** Called whenever a reader at the tail of the log could not go on, and why. */
  void brokenTailRead(Consumer<RuntimeException> callback) {
    brokenTailRead = callback;
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    Stream<? extends TrackedEventMessage<?>> events = super.readEvents(trackingToken, mayBlock);
    return mayBlock
        ? SignallingSpliterator.around(
            events, () -> afterTailRead.run(), failure -> brokenTailRead.accept(failure))
        : events;
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }

  private static GenericDomainEventEntry<byte[]> entry(ResultSet row) throws SQLException {
    return new GenericDomainEventEntry<>(
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getString("event_id"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("event_type"),
        row.getString("revision"),
        row.getBytes("payload"),
        row.getBytes("metadata"));
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return read(
            "select sequence from event_log where aggregate_id = ? order by sequence desc limit 1",
            row -> row.getLong(1),
            aggregateIdentifier)
        .stream()
        .findFirst();
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return token("select coalesce(max(position), 0) from event_log");
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return token(
        "select coalesce((select min(position) - 1 from event_log where recorded_at >= ?),"
            + " (select max(position) from event_log), 0)",
        dateTime.atOffset(ZoneOffset.UTC));
  }

  private TrackingToken token(String sql, Object... parameters) {
    return new GlobalSequenceTrackingToken(read(sql, row -> row.getLong(1), parameters).getFirst());
  }

  private <T> List<T> read(String sql, RowReader<T> reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new EventStoreException("cannot read the event log", e);
    }
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Streams are short; until a measurement asks for snapshots there are none. */
  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    throw new IllegalStateException("snapshots are not in use");
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }

  private static final class Builder extends BatchingEventStorageEngine.Builder {
    Builder(Serializer serializer, EventUpcaster upcasters) {
      eventSerializer(serializer);
      snapshotSerializer(serializer);
      upcasterChain(upcasters);
      batchSize(BATCH);
      // The end of a stream is seen without a second look at it.
      finalAggregateBatchPredicate(batch -> batch.size() < BATCH);
    }
  }
}
