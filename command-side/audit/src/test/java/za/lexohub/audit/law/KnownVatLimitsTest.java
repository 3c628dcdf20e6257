package za.lexohub.audit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.audit.VatLimits;
import za.lexohub.audit.VatLimits.Limits;
import za.lexohub.domain.law.VatThresholds;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;

class KnownVatLimitsTest {
  private static final TenantId TENANT = new TenantId("adv");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final PersonalData SEALED =
      new PersonalData(UUID.randomUUID(), UUID.randomUUID(), "nonce", "sealed");

  private static VatLimits limits(Practices practices) {
    return new KnownVatLimits(practices, VatThresholds.ofSouthAfrica());
  }

  private static VatLimits.Standing standing(LocalDate day, long cents) {
    return limits(
            tenant -> new Practice(tenant, Bar.JOHANNESBURG, LocalDate.of(2026, 4, 1), SEALED))
        .on(TENANT, day, Money.cents(cents));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 79999999, BELOW",
    "2026-03-31, 80000000, NEAR",
    "2026-03-31, 100000000, NEAR",
    "2026-03-31, 100000001, ABOVE",
    "2026-04-01, 100000001, BELOW",
    "2026-04-01, 183999999, BELOW",
    "2026-04-01, 184000000, NEAR",
    "2026-04-01, 230000000, NEAR",
    "2026-04-01, 230000001, ABOVE",
    "2026-04-01, -1, BELOW"
  })
  void suppliesAreHeldAgainstTheThresholdOfTheDay(
      LocalDate day, long cents, VatLimits.State state) {
    assertThat(standing(day, cents).limits()).returns(state, Limits::state);
  }

  @Test
  void theLimitsAreThoseOfTheLawWithItsSource() {
    assertThat(standing(TODAY, 0).limits())
        .returns(Money.cents(230_000_000), Limits::compulsoryAbove)
        .returns(Money.cents(12_000_000), Limits::voluntaryFrom)
        .returns(Money.cents(250_000_000), Limits::paymentsBasisBelow)
        .extracting(Limits::source)
        .asString()
        .contains("Act 89 of 1991 s23");
  }

  @Test
  void noLimitIsMadeUpForADayBeforeTheTable() {
    assertThat(standing(LocalDate.of(2010, 2, 28), 1_000_000_000))
        .isEqualTo(new VatLimits.Standing(false, null));
  }

  @Test
  void aPracticeIsAVendorFromItsDayOn() {
    assertThat(standing(LocalDate.of(2026, 3, 31), 0).registered()).isFalse();
    assertThat(standing(LocalDate.of(2026, 4, 1), 0).registered()).isTrue();
  }

  @Test
  void aPracticeThatNobodyRegisteredIsNoVendor() {
    VatLimits.Standing standing =
        limits(
                tenant -> {
                  throw new RuleViolated(Rule.PRACTICE_UNKNOWN, "there is none");
                })
            .on(TENANT, TODAY, Money.cents(230_000_001));

    assertThat(standing.registered()).isFalse();
    assertThat(standing.limits()).returns(VatLimits.State.ABOVE, Limits::state);
  }

  @Test
  void aPracticeThatCannotBeReadIsNotTakenForNone() {
    VatLimits broken =
        limits(
            tenant -> {
              throw new IllegalStateException("the log is away");
            });

    assertThatThrownBy(() -> broken.on(TENANT, TODAY, Money.ZERO))
        .isInstanceOf(IllegalStateException.class);
  }
}
