package za.lexohub.audit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.AuditTrail.AsOf;
import za.lexohub.audit.AuditTrail.Change;
import za.lexohub.audit.AuditTrail.EventFilter;
import za.lexohub.audit.AuditTrail.EventPage;
import za.lexohub.audit.AuditTrail.Happening;
import za.lexohub.audit.AuditTrail.HistoryPage;
import za.lexohub.audit.AuditTrail.Kind;
import za.lexohub.audit.AuditTrail.LoggedEvent;
import za.lexohub.audit.AuditTrail.Moment;
import za.lexohub.audit.AuditTrail.NotYetHappened;
import za.lexohub.audit.ForgetfulVault;
import za.lexohub.audit.LogDatabase;
import za.lexohub.audit.SealedUpTo;
import za.lexohub.audit.Shelf;
import za.lexohub.audit.asof.Folding;
import za.lexohub.audit.log.LogReader;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/** What an auditor is told, on a real log. */
class LoggedTrailIT {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final TenantId PIETER = new TenantId("pieter");
  private static final ForgetfulVault VAULT = new ForgetfulVault();
  private static LogDatabase database;
  private static LoggedTrail trail;
  private static UUID first;
  private static UUID second;
  private static UUID pieters;

  @BeforeAll
  static void fill() {
    database = LogDatabase.fresh("logged_trail");
    LogReader reader = new LogReader(database.dataSource());
    SealedUpTo sealed = new SealedUpTo();
    sealed.size = 7;
    trail =
        new LoggedTrail(
            reader,
            new Folding(new EventSerializer(new EventTypes()), VAULT),
            sealed,
            "lexohub.test/log");
    Shelf thandis = new Shelf(database.dataSource(), "thandi", VAULT);
    first = thandis.matter("Nomvula");
    pieters = new Shelf(database.dataSource(), "pieter", VAULT).matter("Jan");
    second = thandis.open("Zanele");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void everyEventIsToldOnceOnPagesOfAnyLength() {
    List<Long> positions = new ArrayList<>();
    Long after = 0L;
    while (after != null) {
      EventPage page = trail.events(THANDI, EventFilter.none(), after, 2);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
      page.entries().forEach(event -> positions.add(event.position()));
      after = page.next();
    }
    assertThat(positions).containsExactly(1L, 2L, 3L, 4L, 5L, 11L);
    assertThat(trail.events(THANDI, EventFilter.none(), 0, 6).next()).isNull();
  }

  @Test
  void anEventSaysWhoDidItWhyAndFromWhere() {
    LoggedEvent event = trail.events(THANDI, EventFilter.none(), 0, 1).entries().getFirst();

    assertThat(event.type()).isEqualTo("MatterOpened");
    assertThat(event.occurredAt()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(event.provenance().actor()).isEqualTo("actor-0");
    assertThat(event.provenance().actorType()).isEqualTo("ADVOCATE");
    assertThat(event.provenance().reason()).isEqualTo("because of MatterOpened");
    assertThat(event.provenance().clientNetwork()).isEqualTo("192.0.2.0/24");
    assertThat(event.provenance().correlationId()).isEqualTo("thread-" + first);
  }

  @Test
  void everyFilterNarrows() {
    assertThat(positions(filter(null, null, Set.of("MatterOpened"), null, null, null, null)))
        .containsExactly(1L, 11L);
    assertThat(
            positions(
                filter(
                    null, null, Set.of("MatterOpened", "MatterResumed"), null, null, null, null)))
        .containsExactly(1L, 3L, 11L);
    assertThat(positions(filter("Matter", second.toString(), Set.of(), null, null, null, null)))
        .containsExactly(11L);
    assertThat(positions(filter("Invoice", null, Set.of(), null, null, null, null))).isEmpty();
    assertThat(positions(filter(null, null, Set.of(), "actor-3", null, null, null)))
        .containsExactly(4L);
    assertThat(positions(filter(null, null, Set.of(), null, "thread-" + second, null, null)))
        .containsExactly(11L);
    assertThat(positions(filter(null, null, Set.of(), null, null, 3L, 4L))).containsExactly(3L, 4L);
    assertThat(positions(EventFilter.ofAggregate(pieters.toString()))).isEmpty();
  }

  @Test
  void timesAreThoseOfTheRecordFromInclusiveToExclusive() {
    Instant third = recorded(3);
    Instant fifth = recorded(5);

    assertThat(
            positions(new EventFilter(null, null, Set.of(), null, null, third, fifth, null, null)))
        .containsExactly(3L, 4L);
    assertThat(
            positions(
                new EventFilter(
                    null, null, Set.of(), null, null, third.plusNanos(1000), null, null, null)))
        .containsExactly(4L, 5L, 11L);
  }

  @Test
  void anExportIsWholeAndSaysSo() throws Exception {
    String[] lines = export(EventFilter.none()).split("\n");

    JsonNode header = JsonMapper.shared().readTree(lines[0]);
    assertThat(header.path("origin").asString()).isEqualTo("lexohub.test/log");
    assertThat(header.path("scope").toString()).isEqualTo("{\"tenant\":\"thandi\"}");
    assertThat(header.path("checkpointSize").asLong()).isEqualTo(7);
    assertThat(lines).hasSize(8);
    JsonNode trailer = JsonMapper.shared().readTree(lines[7]).path("trailer");
    assertThat(trailer.path("events").asLong()).isEqualTo(6);
    assertThat(trailer.path("firstPosition").asLong()).isEqualTo(1);
    assertThat(trailer.path("lastPosition").asLong()).isEqualTo(11);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 7; i++) {
      digest.update((lines[i] + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(trailer.path("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(digest.digest()));
    assertThat(trail.event(THANDI, UUID.fromString(id(lines[3])))).contains(lines[3]);
    assertThat(trail.event(PIETER, UUID.fromString(id(lines[3])))).isEmpty();
  }

  @Test
  void aPartOfTheLogIsNoWholeOneAndAnEmptyOneHasNoPositions() throws IOException {
    String part = export(filter(null, null, Set.of("MatterClosed"), null, null, 2L, null));

    assertThat(part).contains("\"filters\":{\"type\":[\"MatterClosed\"],\"fromPosition\":2}");
    assertThat(part).contains("{\"trailer\":{\"events\":0,\"firstPosition\":null");
  }

  @Test
  void eachChangeIsToldAndTogetherTheyAreTheState() {
    List<Happening> life = new ArrayList<>();
    Long after = -1L;
    while (after != null) {
      HistoryPage page = trail.history(THANDI, first.toString(), after, 2).orElseThrow();
      assertThat(page.aggregateType()).isEqualTo("Matter");
      life.addAll(page.entries());
      after = page.next();
    }
    assertThat(life).extracting(Happening::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
    Happening hold = life.get(1);
    assertThat(hold.data()).containsEntry("reason", "waiting");
    assertThat(hold.changes())
        .contains(
            new Change("/status", "ACTIVE", "ON_HOLD"), new Change("/holdReason", null, "waiting"))
        .extracting(Change::path)
        .containsExactlyInAnyOrder("/status", "/holdReason", "/version", "/updatedAt");
    assertThat(hold.provenance().reason()).isEqualTo("because of MatterPutOnHold");
    Map<String, Object> built = new java.util.HashMap<>();
    for (Happening happening : life) {
      happening.changes().forEach(change -> built.put(change.path().substring(1), change.to()));
      Map<String, Object> state =
          new java.util.HashMap<>(
              trail
                  .asOf(THANDI, Kind.MATTER, first, new Moment.Position(happening.position()))
                  .orElseThrow()
                  .state());
      state.values().removeIf(java.util.Objects::isNull);
      Map<String, Object> sofar = new java.util.HashMap<>(built);
      sofar.values().removeIf(java.util.Objects::isNull);
      assertThat(sofar).isEqualTo(state);
    }
  }

  @Test
  void whatWasErasedIsMarkedAndNothingElseIs() {
    UUID erased = new Shelf(database.dataSource(), "lerato", VAULT).matter("Sarah");
    VAULT.forget(DataSubjects.client(erased));

    HistoryPage page =
        trail.history(new TenantId("lerato"), erased.toString(), -1, 50).orElseThrow();

    Happening opened = page.entries().getFirst();
    assertThat(opened.erased()).isTrue();
    assertThat(opened.data().toString()).contains("erased=true").contains("Sipho");
    assertThat(opened.changes().toString()).contains("[erased]").doesNotContain("name=Sarah");
    assertThat(page.entries().get(1).erased()).isFalse();
  }

  @Test
  void aPastIsAskedForByPositionOrByTimeAndTheFutureIsNot() {
    assertThat(status(new Moment.Position(1))).isEqualTo("ACTIVE");
    assertThat(status(new Moment.Position(2))).isEqualTo("ON_HOLD");
    assertThat(status(new Moment.At(recorded(2)))).isEqualTo("ON_HOLD");
    assertThat(status(new Moment.At(recorded(2).minusNanos(1)))).isEqualTo("ACTIVE");
    assertThat(trail.asOf(THANDI, Kind.MATTER, second, new Moment.Position(10))).isEmpty();
    assertThat(trail.asOf(THANDI, Kind.INVOICE, first, new Moment.Position(10))).isEmpty();
    assertThat(trail.asOf(PIETER, Kind.MATTER, first, new Moment.Position(10))).isEmpty();
    assertThat(trail.asOf(THANDI, Kind.MATTER, first, new Moment.At(Instant.EPOCH))).isEmpty();
    assertThatThrownBy(() -> status(new Moment.Position(1_000_000)))
        .isInstanceOf(NotYetHappened.class)
        .hasMessageContaining("1000000");
    assertThatThrownBy(() -> status(new Moment.At(Instant.now().plusSeconds(3600))))
        .isInstanceOf(NotYetHappened.class);
  }

  @Test
  void anotherTenantsThingsHaveNoHistory() {
    assertThat(trail.history(THANDI, pieters.toString(), -1, 50)).isEmpty();
    assertThat(trail.history(PIETER, pieters.toString(), -1, 50)).isPresent();
    assertThat(trail.history(THANDI, "no such thing", -1, 50)).isEmpty();
  }

  @Test
  void eventsOfAMegabyteComeOnShorterPagesAndNoneIsLost() throws IOException {
    Shelf large = new Shelf(database.dataSource(), "large", VAULT);
    String payload = "{\"text\":\"" + "x".repeat(1 << 20) + "\"}";
    for (int i = 0; i < 10; i++) {
      large.raw("Matter", "large-" + i, "MatterOpened", "1", payload);
    }
    TenantId tenant = new TenantId("large");

    EventPage page = trail.events(tenant, EventFilter.none(), 0, 50);

    assertThat(page.entries()).hasSizeLessThan(10);
    assertThat(page.next()).isNotNull();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trail.export(tenant, EventFilter.none()).writeTo(out);
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("\"events\":10,");
  }

  @Test
  void anExportEndsWhenNobodyTakesIt() {
    assertThatThrownBy(
            () ->
                trail
                    .export(THANDI, EventFilter.none())
                    .writeTo(
                        new java.io.OutputStream() {
                          @Override
                          public void write(int b) throws IOException {
                            throw new IOException("gone");
                          }
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
  }

  private static Object status(Moment moment) {
    return trail.asOf(THANDI, Kind.MATTER, first, moment).orElseThrow().state().get("status");
  }

  private static Instant recorded(long position) {
    return database
        .application()
        .sql("select recorded_at from event_log where position = ?")
        .param(position)
        .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
        .single();
  }

  private static List<Long> positions(EventFilter filter) {
    return trail.events(THANDI, filter, 0, 50).entries().stream()
        .map(LoggedEvent::position)
        .toList();
  }

  private static EventFilter filter(
      String type, String id, Set<String> types, String actor, String thread, Long from, Long to) {
    return new EventFilter(type, id, types, actor, thread, null, null, from, to);
  }

  private static String export(EventFilter filter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trail.export(THANDI, filter).writeTo(out);
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String id(String line) {
    return JsonMapper.shared().readTree(line).path("eventId").asString();
  }

  @Test
  void everyThingIsToldAsItWasWhereverTheSearchForItIsCut() throws IOException {
    for (long window : new long[] {1, 2, 1_000}) {
      LoggedTrail cut =
          new LoggedTrail(
              new LogReader(database.dataSource(), Duration.ZERO, window),
              new Folding(new EventSerializer(new EventTypes()), VAULT),
              new SealedUpTo(),
              "lexohub.test/log");
      for (long position = 1; position <= 11; position++) {
        Moment then = new Moment.Position(position);
        List<Map<String, Object>> told = new ArrayList<>();
        cut.everyAsOf(THANDI, Kind.MATTER, position, told::add);
        assertThat(told)
            .as("at position %d by windows of %d", position, window)
            .containsExactlyInAnyOrderElementsOf(
                Stream.of(first, second)
                    .flatMap(id -> trail.asOf(THANDI, Kind.MATTER, id, then).stream())
                    .map(AsOf::state)
                    .toList());
      }
      cut.everyAsOf(
          THANDI, Kind.INVOICE, 11, state -> assertThat(state).as("no invoice").isEmpty());
    }
  }
}
