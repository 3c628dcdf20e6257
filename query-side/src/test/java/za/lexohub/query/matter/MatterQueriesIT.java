package za.lexohub.query.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.query.TestStores;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.redis.CardCache.Card;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisConnections;
import za.lexohub.readmodels.row.Stamp;

class MatterQueriesIT {

  private static TestStores stores;

  private final UUID id = UUID.randomUUID();
  private final KnownPositions positions = new KnownPositions();
  private final MatterRows rows = new MatterRows(stores.scope);
  private final MatterCards cards = new MatterCards(stores.redis);
  private final MatterQueries queries =
      new MatterQueries(
          new MatterViews(stores.scope),
          cards,
          new AppliedWait(positions),
          new Fallback(Duration.ZERO));

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void what_was_read_in_sql_is_read_from_its_card_next() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    MatterView first = get("jhb", Consistency.NONE);
    assertThat(cards.look(id).card("jhb")).contains(new Card<>(first, 0));
    rows.empty();
    assertThat(get("jhb", Consistency.NONE)).isEqualTo(first);
  }

  @Test
  void another_tenants_matter_does_not_exist() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    get("jhb", Consistency.NONE);
    assertThat(queries.get("cpt", id, Consistency.NONE)).isEmpty();
    assertThat(queries.get("jhb", UUID.randomUUID(), Consistency.NONE)).isEmpty();
  }

  @Test
  void a_card_that_may_be_older_than_asked_for_is_passed_over() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    get("jhb", Consistency.NONE);
    rows.putOnHold(new Stamp("jhb", id, 2, Instant.EPOCH), "waiting");
    positions.applied.put("matters", 2L);
    positions.applied.put("matter-cards", 1L);
    positions.recorded = 2;
    Consistency wanted = Consistency.through(2, Duration.ZERO);
    assertThat(get("jhb", wanted).status()).isEqualTo("ON_HOLD");
    positions.recorded = 3;
    Consistency newer = Consistency.through(3, Duration.ZERO);
    assertThatThrownBy(() -> queries.get("jhb", id, newer)).isInstanceOf(NotYetConsistent.class);
  }

  @Test
  void a_card_is_as_fresh_as_its_projector_whatever_else_has_happened() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    MatterView first = get("jhb", Consistency.NONE);
    rows.empty();
    positions.everythingElse = 9;
    var answer = queries.get("jhb", id, Consistency.through(9, Duration.ZERO)).orElseThrow();
    assertThat(answer).isEqualTo(new Answer<>(first, 9));
  }

  @Test
  void the_card_of_ones_own_write_is_waited_for_a_moment() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    MatterView first = get("jhb", Consistency.NONE);
    rows.empty();
    positions.recorded = 9;
    positions.soon.put("matter-cards", 9L);
    Consistency wanted = Consistency.through(9, Duration.ofSeconds(2));
    assertThat(queries.get("jhb", id, wanted)).contains(new Answer<>(first, 9));
  }

  @Test
  void a_row_that_may_lack_what_the_cards_projector_has_had_is_not_kept() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    positions.applied.put("matters", 1L);
    positions.applied.put("matter-cards", 2L);
    positions.recorded = 2;
    assertThat(get("jhb", Consistency.NONE).status()).isEqualTo("ACTIVE");
    assertThat(cards.look(id).card("jhb")).isEmpty();
    rows.putOnHold(new Stamp("jhb", id, 2, Instant.EPOCH), "waiting");
    positions.applied.put("matters", 2L);
    assertThat(get("jhb", Consistency.through(2, Duration.ZERO)).status()).isEqualTo("ON_HOLD");
    assertThat(cards.look(id).card("jhb")).isPresent();
  }

  @Test
  void while_cards_begin_anew_none_is_believed() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    get("jhb", Consistency.NONE);
    rows.putOnHold(new Stamp("jhb", id, 2, Instant.EPOCH), "waiting");
    assertThat(get("jhb", Consistency.NONE).status()).isEqualTo("ACTIVE");
    positions.floors.put("matter-cards", 5L);
    assertThat(get("jhb", Consistency.NONE).status()).isEqualTo("ON_HOLD");
  }

  @Test
  void a_card_whose_changes_are_parked_is_no_answer() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    get("jhb", Consistency.NONE);
    rows.putOnHold(new Stamp("jhb", id, 2, Instant.EPOCH), "waiting");
    positions.parked.add("matter-cards/" + id);
    assertThat(get("jhb", Consistency.NONE).status()).isEqualTo("ON_HOLD");
  }

  @Test
  void without_redis_sql_answers() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    try (UnifiedJedis nobody = RedisConnections.open(URI.create("redis://127.0.0.1:1"), false)) {
      MatterQueries alone =
          new MatterQueries(
              new MatterViews(stores.scope),
              new MatterCards(nobody),
              new AppliedWait(positions),
              new Fallback(Duration.ofMinutes(1)));
      for (int times = 0; times < 2; times++) {
        assertThat(alone.get("jhb", id, Consistency.NONE)).isPresent();
      }
    }
  }

  @Test
  void a_matter_whose_events_are_parked_is_no_answer() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    positions.parked.add("matters/" + id);
    assertThatThrownBy(() -> queries.get("jhb", id, Consistency.NONE))
        .isInstanceOf(ProjectionParked.class);
  }

  private MatterView get(String tenant, Consistency consistency) {
    return queries.get(tenant, id, consistency).orElseThrow().value();
  }

  private MatterView matter() {
    PartyView party = new PartyView("Nomsa Dlamini", null, null, null, null, null, null);
    return new MatterView(
        id,
        "JHB/2024/001",
        "ACTIVE",
        false,
        "litigation",
        "JOHANNESBURG",
        "A title",
        null,
        party,
        party,
        false,
        null,
        LocalDate.EPOCH,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
