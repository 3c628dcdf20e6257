package za.lexohub.projectors.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.invoice.InvoiceCardProjector;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.matter.MatterCardProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.invoice.InvoiceCards;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.redis.CardCache.Card;
import za.lexohub.readmodels.row.Stamp;

class CardFeedIT {

  private static final Clock CLOCK = Clock.systemUTC();
  private static TestStores stores;

  private final Story story = new Story();
  private final String tenant = story.tenant.value();
  private final UUID matterId = story.matterId.value();
  private final OpenedText opened = new OpenedText(story.vault);
  private final PublishedPositions positions = new PublishedPositions(stores.jdbc);
  private final MatterViews matters = new MatterViews(stores.scope);
  private final InvoiceViews invoices = new InvoiceViews(stores.scope);
  private final MatterCards cards = new MatterCards(stores.redis);
  private final InvoiceCards invoiceCards = new InvoiceCards(stores.redis);
  private final Replayed rows =
      told(new MatterProjector(new MatterRows(stores.scope), opened, positions));
  private final Replayed events =
      told(new MatterCardProjector(cards, matters, new Applied(0), positions, CLOCK));

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void a_change_that_sql_shows_is_written_through() {
    rows.apply(story.matterOpened());
    events.apply(story.matterOpened());
    assertThat(card()).contains(matter());
    rows.apply(new MatterPutOnHold(story.matterId, story.note("waiting")));
    events.apply(new MatterPutOnHold(story.matterId, story.note("waiting")));
    assertThat(card()).contains(matter());
    assertThat(matter().status()).isEqualTo("ON_HOLD");
    events.assertNothingChangesWhenTheyComeAgain(this::card);
  }

  @Test
  void a_change_that_sql_does_not_show_yet_takes_the_card_away_and_keeps_the_older_row_out() {
    rows.apply(story.matterOpened());
    events.apply(story.matterOpened());
    MatterView old = matter();
    events.apply(new MatterPutOnHold(story.matterId, story.note("waiting")));
    assertThat(card()).isEmpty();
    assertThat(cards.fill(cards.look(matterId), tenant, old, 0)).isFalse();

    rows.apply(new MatterPutOnHold(story.matterId, story.note("waiting")));
    assertThat(cards.fill(cards.look(matterId), tenant, matter(), 2)).isTrue();
    assertThat(card()).contains(matter());
    events.assertNothingChangesWhenTheyComeAgain(this::card);
  }

  @Test
  void sql_that_is_ahead_is_shown_as_it_is() {
    rows.apply(
        story.matterOpened(),
        new MatterPutOnHold(story.matterId, story.note("waiting")),
        new MatterResumed(story.matterId));
    events.apply(story.matterOpened());
    assertThat(card()).contains(matter());
    assertThat(matter().version()).isEqualTo(3);
  }

  @Test
  void a_row_that_comes_a_moment_later_is_waited_for() {
    rows.apply(story.matterOpened());
    Deque<Optional<MatterView>> answers =
        new ArrayDeque<>(List.of(Optional.empty(), Optional.empty(), Optional.of(matter())));
    feed(answers, CLOCK).changed(stamp(1), 7);
    assertThat(answers).isEmpty();
    assertThat(cards.look(matterId).card(tenant)).contains(new Card<>(matter(), 7));
  }

  @Test
  void after_sql_was_late_once_nobody_waits_for_it() {
    List<UUID> asked = new ArrayList<>();
    CardFeed<MatterView> feed =
        new CardFeed<>(
            cards,
            (of, id) -> {
              asked.add(id);
              return Optional.empty();
            },
            MatterView::version,
            CLOCK);
    feed.changed(stamp(1), 7);
    int patiently = asked.size();
    assertThat(patiently).isGreaterThan(1);
    feed.changed(stamp(2), 8);
    assertThat(asked).hasSize(patiently + 1);
  }

  @Test
  void of_a_change_that_is_long_past_nothing_is_written() {
    rows.apply(story.matterOpened());
    events.apply(story.matterOpened());
    feed(new ArrayDeque<>(), Clock.offset(CLOCK, Duration.ofMinutes(5))).changed(stamp(2), 8);
    assertThat(card()).isEmpty();
  }

  @Test
  void a_replay_begins_without_cards_and_writes_none() {
    rows.apply(story.matterOpened());
    events.apply(story.matterOpened());
    events.replayFromZero();
    DomainEventMessage<?> again = events.message(new MatterResumed(story.matterId));
    cards.empty();
    events.deliver(
        new GenericTrackedDomainEventMessage<>(
            ReplayToken.createReplayToken(
                new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(2)),
            again));
    assertThat(stores.redis.exists("matter:" + matterId)).isFalse();
  }

  @Test
  void what_is_forgotten_is_taken_away_when_sql_has_forgotten_it_or_was_waited_for() {
    rows.apply(story.matterOpened());
    Deque<Boolean> erased = new ArrayDeque<>(List.of(false, false, true));
    DomainEventMessage<?> change = events.message(story.matterOpened());
    for (boolean isEverErased : List.of(true, false)) {
      events.deliver(change);
      assertThat(card()).isPresent();
      feed(new ArrayDeque<>(), CLOCK)
          .forget(List.of(matterId), () -> isEverErased && erased.remove());
      assertThat(card()).isEmpty();
    }
    assertThat(erased).isEmpty();
  }

  @Test
  void an_invoices_card_shows_what_its_row_does() {
    Replayed invoiceRows =
        told(new InvoiceProjector(new InvoiceRows(stores.scope), opened, positions));
    Replayed invoiceEvents =
        told(new InvoiceCardProjector(invoiceCards, invoices, new Applied(0), positions, CLOCK));
    for (var event :
        List.of(
            story.invoiceGenerated(),
            story.invoiceSent(),
            new InvoiceViewed(story.invoiceId, Story.NOON))) {
      invoiceRows.apply(event);
      invoiceEvents.apply(event);
      assertThat(invoiceCard()).isPresent().isEqualTo(invoice());
    }
    assertThat(invoice()).get().returns("VIEWED", InvoiceView::status);
    invoiceEvents.assertNothingChangesWhenTheyComeAgain(this::invoiceCard);
    assertThat(invoiceCards.look(story.invoiceId.value()).card("another")).isEmpty();
  }

  private CardFeed<MatterView> feed(Deque<Optional<MatterView>> answers, Clock clock) {
    return new CardFeed<>(cards, (of, id) -> answers.remove(), MatterView::version, clock);
  }

  private Replayed told(Object projector) {
    return new Replayed(projector, stores.transactions, story);
  }

  private Stamp stamp(long version) {
    return new Stamp(tenant, matterId, version, CLOCK.instant());
  }

  private Optional<MatterView> card() {
    return cards.look(matterId).card(tenant).map(Card::view);
  }

  private MatterView matter() {
    return matters.find(tenant, matterId).orElseThrow();
  }

  private Optional<InvoiceView> invoiceCard() {
    return invoiceCards.look(story.invoiceId.value()).card(tenant).map(Card::view);
  }

  private Optional<InvoiceView> invoice() {
    return invoices.find(tenant, story.invoiceId.value());
  }
}
