package za.lexohub.projectors.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.row.MissingRow;

class MatterProjectorIT {

  private static TestStores stores;

  private final Story story = new Story();
  private final PublishedPositions positions = new PublishedPositions(stores.jdbc);
  private final MatterViews views = new MatterViews(stores.scope);
  private final MatterCards cards = new MatterCards(stores.redis, new Fallback(Duration.ZERO));
  private final Replayed events =
      new Replayed(
          new MatterProjector(new MatterRows(stores.scope), new OpenedText(story.vault), positions),
          stores.transactions,
          story);
  private final Replayed cardEvents =
      new Replayed(
          new MatterCardProjector(cards, new OpenedText(story.vault), positions),
          stores.transactions,
          story);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void follows_a_matter_through_its_life() {
    events.apply(story.matterOpened());
    assertThat(matter())
        .returns("ACTIVE", MatterView::status)
        .returns("Dlamini v Roads", MatterView::title)
        .returns("JOHANNESBURG", MatterView::bar);
    assertThat(matter().client().name()).isEqualTo("Nomsa Dlamini");
    assertThat(matter().attorney().firm()).isEqualTo("Botha Inc");
    events.apply(new MatterPutOnHold(story.matterId, "waiting"));
    assertThat(matter().holdReason()).isEqualTo("waiting");
    events.apply(
        new MatterResumed(story.matterId),
        new MatterSettled(story.matterId, LocalDate.of(2024, 9, 2)),
        new MatterArchived(story.matterId, null));
    assertThat(matter().archived()).isTrue();
    events.apply(
        new MatterUnarchived(story.matterId),
        new MatterClosed(story.matterId, LocalDate.of(2024, 9, 3)));
    assertThat(matter())
        .returns("CLOSED", MatterView::status)
        .returns(false, MatterView::archived)
        .returns(LocalDate.of(2024, 9, 2), MatterView::settledOn)
        .returns(7L, MatterView::version);
    events.assertNothingChangesWhenTheyComeAgain(this::matter);
  }

  @Test
  void shows_erased_people_as_erased() {
    story.vault.erase(story.clientId);
    events.apply(story.matterOpened());
    assertThat(matter().client().name()).isEqualTo("[erased]");
    assertThat(matter().client().email()).isNull();
    events.assertNothingChangesWhenTheyComeAgain(this::matter);
  }

  @Test
  void refuses_a_change_of_a_matter_it_was_never_told_of() {
    assertThatThrownBy(() -> events.apply(new MatterResumed(story.matterId)))
        .hasStackTraceContaining(MissingRow.class.getName());
  }

  @Test
  void writes_a_new_card_through_and_takes_a_changed_one_away() {
    cardEvents.apply(story.matterOpened());
    assertThat(cards.find(story.tenant.value(), story.matterId.value()))
        .get()
        .returns("ACTIVE", card -> card.matter().status());
    cardEvents.apply(new MatterPutOnHold(story.matterId, "waiting"));
    assertThat(cards.find(story.tenant.value(), story.matterId.value())).isEmpty();
    cardEvents.assertNothingChangesWhenTheyComeAgain(
        () -> cards.find(story.tenant.value(), story.matterId.value()));
  }

  private MatterView matter() {
    return views.find(story.tenant.value(), story.matterId.value()).orElseThrow();
  }
}
