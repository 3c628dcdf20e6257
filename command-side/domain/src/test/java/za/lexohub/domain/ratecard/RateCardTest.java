package za.lexohub.domain.ratecard;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static za.lexohub.domain.Samples.sealed;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.ratecard.PricingType;
import za.lexohub.messages.ratecard.RateCardCommands.AddPercentageCard;
import za.lexohub.messages.ratecard.RateCardCommands.AddRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.ChangePercentageCard;
import za.lexohub.messages.ratecard.RateCardCommands.ChangeRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.RetireRateCard;
import za.lexohub.messages.ratecard.RateCardEvents.PercentageCardAdded;
import za.lexohub.messages.ratecard.RateCardEvents.PercentageCardChanged;
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

  private static AddPercentageCard share(TenantId tenant, String percent) {
    return new AddPercentageCard(
        ID,
        tenant,
        ServiceCategory.OTHER,
        null,
        new BigDecimal(percent),
        null,
        RATE,
        sealed("junior"));
  }

  private static PercentageCardAdded shareAdded(String percent) {
    return new PercentageCardAdded(
        ID,
        Samples.JHB,
        ServiceCategory.OTHER,
        null,
        new BigDecimal(percent),
        null,
        RATE,
        sealed("junior"));
  }

  private static ChangePercentageCard changeShare(String percent) {
    return new ChangePercentageCard(
        ID,
        Samples.JHB,
        ServiceCategory.OTHER,
        null,
        new BigDecimal(percent),
        null,
        RATE,
        sealed("junior"));
  }

  @Test
  void aCardMayChargeAShareOfAnotherLine() {
    none.when(share(Samples.JHB, "66.6667")).publishes(shareAdded("66.6667"));
    none.when(share(Samples.JHB, "50.0")).publishes(shareAdded("50"));
    none.when(share(Samples.JHB, "1E+2")).publishes(shareAdded("100"));
    none.given(shareAdded("50")).when(share(Samples.JHB, "50")).changesNothing();
    none.when(share(Samples.NOBODY, "50")).isRefusedBy(Rule.PRACTICE_UNKNOWN);
  }

  @Test
  void aShareChangesUntilTheCardIsRetired() {
    Specification<RateCard> junior = none.given(shareAdded("50"));
    junior.when(changeShare("50.00")).changesNothing();
    junior
        .when(changeShare("66.6667"))
        .publishes(
            new PercentageCardChanged(
                ID,
                ServiceCategory.OTHER,
                null,
                new BigDecimal("66.6667"),
                null,
                RATE,
                sealed("junior")));
    junior.given(RETIRED).when(changeShare("40")).isRefusedBy(Rule.RATE_CARD_RETIRED);
  }

  @Test
  void aRateMayBecomeAShareAndAShareARate() {
    card.when(changeShare("50"))
        .publishes(
            new PercentageCardChanged(
                ID,
                ServiceCategory.OTHER,
                null,
                new BigDecimal("50"),
                null,
                RATE,
                sealed("junior")));
    none.given(shareAdded("50")).when(change(400_000)).publishes(changed(400_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000.0001", "0.00001"})
  void aShareLiesAboveNothingAndHasFourDecimalsAtMost(String percent) {
    assertThatIllegalArgumentException().isThrownBy(() -> share(Samples.JHB, percent));
  }

  @Test
  void theBoundsOfAShareAreOrdered() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AddPercentageCard(
                    ID,
                    Samples.JHB,
                    ServiceCategory.OTHER,
                    null,
                    BigDecimal.TEN,
                    RATE,
                    Money.cents(1),
                    sealed("junior")));
  }
}
