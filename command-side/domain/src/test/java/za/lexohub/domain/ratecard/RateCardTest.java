package za.lexohub.domain.ratecard;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static za.lexohub.domain.Samples.sealed;

import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.ratecard.PricingType;
import za.lexohub.messages.ratecard.RateCardCommands.AddRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.ChangeRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.RetireRateCard;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardChanged;
import za.lexohub.messages.ratecard.RateCardEvents.RateCardRetired;
import za.lexohub.messages.ratecard.RateCardId;
import za.lexohub.messages.work.ServiceCategory;

class RateCardTest {
  private static final RateCardId ID = RateCardId.random();
  private static final Money RATE = Money.cents(350_000);
  private static final RateCardAdded ADDED =
      new RateCardAdded(
          ID,
          Samples.JHB,
          ServiceCategory.CONSULTATION,
          PricingType.HOURLY,
          "commercial",
          RATE,
          null,
          null,
          sealed("consultation"));
  private static final RateCardRetired RETIRED = new RateCardRetired(ID);

  private final Specification<RateCard> none = Specification.of(RateCard.class, Samples.PRACTICES);
  private final Specification<RateCard> card = none.given(ADDED);

  private static AddRateCard add(TenantId tenant, Money minimum, Money maximum) {
    return new AddRateCard(
        ID,
        tenant,
        ServiceCategory.CONSULTATION,
        PricingType.HOURLY,
        "commercial",
        RATE,
        minimum,
        maximum,
        sealed("consultation"));
  }

  private static ChangeRateCard change(long cents) {
    return new ChangeRateCard(
        ID,
        Samples.JHB,
        ServiceCategory.CONSULTATION,
        PricingType.HOURLY,
        "commercial",
        Money.cents(cents),
        null,
        null,
        sealed("consultation"));
  }

  private static RateCardChanged changed(long cents) {
    return new RateCardChanged(
        ID,
        ServiceCategory.CONSULTATION,
        PricingType.HOURLY,
        "commercial",
        Money.cents(cents),
        null,
        null,
        sealed("consultation"));
  }

  @Test
  void anAdvocateAddsACard() {
    none.when(add(Samples.JHB, null, null)).publishes(ADDED);
  }

  @Test
  void addedTwiceItIsOneCardEvenAfterItChanged() {
    card.when(add(Samples.JHB, null, null)).changesNothing();
    card.given(changed(400_000)).when(add(Samples.JHB, null, null)).changesNothing();
  }

  @Test
  void withoutAPracticeThereIsNoCard() {
    none.when(add(Samples.NOBODY, null, null)).isRefusedBy(Rule.PRACTICE_UNKNOWN);
  }

  @Test
  void theRateLiesBetweenItsBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(Samples.JHB, Money.cents(350_001), null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(Samples.JHB, null, Money.cents(349_999)));
    none.when(add(Samples.JHB, RATE, RATE))
        .publishes(
            new RateCardAdded(
                ID,
                Samples.JHB,
                ServiceCategory.CONSULTATION,
                PricingType.HOURLY,
                "commercial",
                RATE,
                RATE,
                RATE,
                sealed("consultation")));
  }

  @Test
  void aCardChangesOnce() {
    card.when(change(400_000)).publishes(changed(400_000));
    card.given(changed(400_000)).when(change(400_000)).changesNothing();
    card.when(change(350_000)).changesNothing();
  }

  @Test
  void aRetiredCardStaysAsItIs() {
    card.given(RETIRED).when(change(400_000)).isRefusedBy(Rule.RATE_CARD_RETIRED);
  }

  @Test
  void aCardIsRetiredOnce() {
    card.when(new RetireRateCard(ID, Samples.JHB)).publishes(RETIRED);
    card.given(RETIRED).when(new RetireRateCard(ID, Samples.JHB)).changesNothing();
  }

  @Test
  void aStrangerFindsNoCard() {
    card.when(new RetireRateCard(ID, Samples.STRANGER)).findsNothing();
    card.when(add(Samples.STRANGER, null, null)).findsNothing();
  }

  @Test
  void anOldVersionIsAConflict() {
    card.given(changed(400_000)).whenVersionIsExpected(1, change(1)).conflictsWithVersion(2);
  }
}
