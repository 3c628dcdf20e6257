package za.lexohub.projectors.ratecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.ratecard.PricingType;
import za.lexohub.messages.ratecard.RateCardEvents.PercentageCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.PercentageCardChanged;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardChanged;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardRetired;
import za.lexohub.messages.ratecard.RateCardId;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.ratecard.RateCardFilter;
import za.lexohub.readmodels.ratecard.RateCardRows;
import za.lexohub.readmodels.ratecard.RateCardSort;
import za.lexohub.readmodels.ratecard.RateCardView;
import za.lexohub.readmodels.ratecard.RateCardViews;

class RateCardProjectorIT {

  private static TestStores stores;

  private final Story story = new Story();
  private final String tenant = story.tenant.value();
  private final RateCardViews views = new RateCardViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new RateCardProjector(
              new RateCardRows(stores.scope),
              new OpenedText(story.vault),
              new PublishedPositions(stores.jdbc)),
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
  void follows_a_card_to_its_retirement() {
    RateCardId id = RateCardId.random();
    events.apply(added(id, "litigation", 350_000));
    assertThat(card(id))
        .returns("Consultation", RateCardView::name)
        .returns("CONSULTATION", RateCardView::category)
        .returns("HOURLY", RateCardView::pricing)
        .returns("litigation", RateCardView::matterType)
        .returns(Money.cents(350_000), RateCardView::rate)
        .returns(null, RateCardView::minimum)
        .returns(Money.cents(500_000), RateCardView::maximum)
        .returns(false, RateCardView::retired)
        .returns(1L, RateCardView::version);

    events.apply(
        new RateCardChanged(
            id,
            ServiceCategory.RESEARCH,
            PricingType.FIXED,
            null,
            money(100_000),
            money(90_000),
            null,
            name("Research")),
        new RateCardRetired(id));

    assertThat(card(id))
        .returns("Research", RateCardView::name)
        .returns("RESEARCH", RateCardView::category)
        .returns("FIXED", RateCardView::pricing)
        .returns(null, RateCardView::matterType)
        .returns(Money.cents(100_000), RateCardView::rate)
        .returns(Money.cents(90_000), RateCardView::minimum)
        .returns(null, RateCardView::maximum)
        .returns(true, RateCardView::retired)
        .returns(3L, RateCardView::version);
    events.assertNothingChangesWhenTheyComeAgain(() -> card(id));
    RateCardView before = card(id);
    events.replayFromZero();
    assertThat(card(id)).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void follows_a_card_that_charges_a_share() {
    RateCardId id = RateCardId.random();
    events.apply(
        new PercentageCardAdded(
            id,
            story.tenant,
            ServiceCategory.OTHER,
            null,
            new BigDecimal("66.6667"),
            null,
            money(500_000),
            name("Junior")));
    assertThat(card(id))
        .returns("PERCENTAGE", RateCardView::pricing)
        .returns(null, RateCardView::rate)
        .returns(new BigDecimal("66.6667"), RateCardView::percent)
        .returns(Money.cents(500_000), RateCardView::maximum);

    events.apply(
        new PercentageCardChanged(
            id, ServiceCategory.OTHER, "tax", new BigDecimal("50"), money(1), null, name("Junior")),
        new RateCardChanged(
            id, ServiceCategory.OTHER, PricingType.FIXED, null, money(2), null, null, name("Fee")));

    assertThat(card(id))
        .returns("FIXED", RateCardView::pricing)
        .returns(null, RateCardView::percent)
        .returns(Money.cents(2), RateCardView::rate);
    events.assertNothingChangesWhenTheyComeAgain(() -> card(id));
  }

  @Test
  void lists_the_cards_that_serve_a_type_of_matter() {
    RateCardId litigation = RateCardId.random();
    RateCardId any = RateCardId.random();
    RateCardId tax = RateCardId.random();
    RateCardId gone = RateCardId.random();
    events.apply(
        added(litigation, "litigation", 1),
        added(any, null, 2),
        added(tax, "tax", 3),
        added(gone, "litigation", 4),
        new RateCardRetired(gone));

    assertThat(listed(new RateCardFilter(Set.of(), "litigation", false)))
        .containsExactlyInAnyOrder(litigation.value(), any.value());
    assertThat(listed(new RateCardFilter(Set.of(), null, true))).containsExactly(gone.value());
    assertThat(listed(new RateCardFilter(Set.of("CONSULTATION"), null, null))).hasSize(4);
    assertThat(listed(new RateCardFilter(Set.of("TRAVEL"), null, null))).isEmpty();
    assertThat(
            views
                .page(
                    new Story().tenant.value(),
                    new RateCardFilter(Set.of(), null, null),
                    new Sort<>(RateCardSort.NAME, false),
                    10,
                    null)
                .entries())
        .isEmpty();
  }

  private List<UUID> listed(RateCardFilter filter) {
    return views
        .page(tenant, filter, new Sort<>(RateCardSort.NAME, false), 10, null)
        .entries()
        .stream()
        .map(RateCardView::id)
        .toList();
  }

  private RateCardView card(RateCardId id) {
    return views.find(tenant, id.value()).orElseThrow();
  }

  private RateCardAdded added(RateCardId id, String matterType, long cents) {
    return new RateCardAdded(
        id,
        story.tenant,
        ServiceCategory.CONSULTATION,
        PricingType.HOURLY,
        matterType,
        money(cents),
        null,
        money(500_000),
        name("Consultation"));
  }

  private PersonalData name(String name) {
    return story.vault.seal(story.tenant, DataSubjects.advocate(story.tenant), (Object) name);
  }

  private static za.lexohub.messages.money.Money money(long cents) {
    return za.lexohub.messages.money.Money.cents(cents);
  }
}
