package za.lexohub.query.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.row.Stamp;

class MatterQueriesIT {

  private static TestStores stores;

  private final UUID id = UUID.randomUUID();
  private final KnownPositions positions = new KnownPositions();
  private final MatterRows rows = new MatterRows(stores.scope);
  private final MatterCards cards = new MatterCards(stores.redis, new Fallback(Duration.ZERO));
  private final MatterQueries queries =
      new MatterQueries(new MatterViews(stores.scope), cards, new AppliedWait(positions));

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
    assertThat(cards.find("jhb", id)).contains(new MatterCards.Card(first, 0));
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
  void a_card_that_was_filled_from_a_late_read_model_is_no_answer_to_who_knows_more() {
    rows.opened(new Stamp("jhb", id, 1, Instant.EPOCH), matter());
    positions.applied.put("matters", 1L);
    positions.applied.put("matter-cards", 2L);
    assertThat(get("jhb", Consistency.NONE).status()).isEqualTo("ACTIVE");
    rows.putOnHold(new Stamp("jhb", id, 2, Instant.EPOCH), "waiting");
    positions.applied.put("matters", 2L);
    assertThat(get("jhb", Consistency.through(1, Duration.ZERO)).status()).isEqualTo("ACTIVE");
    assertThat(get("jhb", Consistency.through(2, Duration.ZERO)).status()).isEqualTo("ON_HOLD");
    assertThat(get("jhb", Consistency.NONE).status()).isEqualTo("ON_HOLD");
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
