package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.MetadataKeys;

/** The log in bulk, and what PostgreSQL does for one aggregate. */
class EventLogReaderIT {

  private static final UUID A = UUID.randomUUID();
  private static final UUID B = UUID.randomUUID();

  private static FreshLog log;
  private static EventLogReader reader;

  @BeforeAll
  static void create() {
    log = FreshLog.create("event_log_reader");
    reader = EventLogReader.on(log.reads);
    // Further than one fetch of the cursor.
    log.engine.appendEvents(FreshLog.events(A, 2_500));
    for (int i = 0; i < 3; i++) {
      log.engine.appendEvents(
          FreshLog.event(B, i, "of pieter ü" + i, Map.of(MetadataKeys.TENANT, "pieter")));
    }
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @Test
  void everyRowComesOnceInOrderAsItIsStored() {
    Map<Long, byte[]> stored = new HashMap<>();
    log.application()
        .sql("select * from event_log")
        .query((row, n) -> stored.put(row.getLong("position"), LeafHash.of(row)))
        .list();

    List<LoggedRow> rows = rows(LogSelection.all());

    assertThat(rows.stream().map(LoggedRow::position))
        .isEqualTo(LongStream.rangeClosed(1, 2_503).boxed().toList());
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.leafHash()).isEqualTo(stored.get(row.position())));
    LoggedRow last = rows.getLast();
    assertThat(last.tenant()).isEqualTo("pieter");
    assertThat(last.aggregateId()).isEqualTo(B.toString());
    assertThat(last.sequence()).isEqualTo(2);
    assertThat(new String(last.payload(), StandardCharsets.UTF_8)).contains("of pieter ü2");
    assertThat(reader.head()).isEqualTo(2_503);
  }

  @Test
  void aSelectionRestrictsByPositionTenantAggregateTypeAndTime() {
    LoggedRow first = rows(LogSelection.all().through(1)).getFirst();
    LoggedRow last = rows(LogSelection.all().after(2_502)).getFirst();

    assertThat(positions(LogSelection.all().after(10).through(12))).containsExactly(11L, 12L);
    assertThat(positions(LogSelection.all().ofTenant("pieter")))
        .containsExactly(2501L, 2502L, 2503L);
    assertThat(positions(LogSelection.all().ofTenant("thandi").ofAggregate(B.toString())))
        .isEmpty();
    assertThat(positions(LogSelection.all().ofAggregate(B.toString()).after(2502)))
        .containsExactly(2503L);
    assertThat(positions(LogSelection.all().ofAggregateType("Matter"))).isEmpty();
    assertThat(positions(LogSelection.all().ofEventType("MatterPutOnHold").after(2502))).hasSize(1);
    assertThat(positions(LogSelection.all().recorded(first.recordedAt(), last.recordedAt())))
        .hasSize(2_502);
    assertThat(positions(LogSelection.all().recorded(last.recordedAt(), null)))
        .containsExactly(2503L);
  }

  @Test
  void aStreamThatIsNotReadToTheEndGivesItsConnectionBack() {
    for (int i = 0; i < 3 * log.reads.getMaximumPoolSize(); i++) {
      try (Stream<LoggedRow> rows = reader.rows(LogSelection.all())) {
        assertThat(rows.limit(5)).hasSize(5);
      }
    }
    // And usable: a command writes nothing through it, but reads outside of a transaction.
    assertThat(log.engine.readEvents(B.toString(), 0).asStream()).hasSize(3);
  }

  @Test
  void aReaderWithoutADatabaseSaysSo() {
    FreshLog gone = FreshLog.on(log.database);
    EventLogReader closed = EventLogReader.on(gone.reads);
    gone.close();
    assertThatThrownBy(() -> closed.rows(LogSelection.all()))
        .isInstanceOf(EventStoreException.class);
  }

  @Test
  void theEventsOfAnAggregateAreOneRangeOfOneIndex() {
    log.owner().sql("analyze event_log").update();
    List<String> plan =
        log.application()
            .sql("explain " + PostgresEventStorageEngine.OF_AGGREGATE)
            .params(B.toString(), 0L, 500)
            .query(String.class)
            .list();
    assertThat(String.join("\n", plan))
        .contains("Index Scan using event_log_aggregate_uk")
        .contains("sequence >=")
        .doesNotContain("Sort")
        .doesNotContain("Filter");
  }

  private static List<LoggedRow> rows(LogSelection selection) {
    try (Stream<LoggedRow> rows = reader.rows(selection)) {
      return rows.toList();
    }
  }

  private static List<Long> positions(LogSelection selection) {
    return rows(selection).stream().map(LoggedRow::position).toList();
  }
}
