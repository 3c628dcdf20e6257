package za.lexohub.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.Rule;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.WorkCommands.*;

class TimeEntriesTest extends WorkSpecification {
  @Test
  void timeIsChargedByTheMinuteAndRoundedHalfUp() {
    active.when(ONE.time(60)).publishes(ONE.anHour());
    active.when(ONE.time(1)).publishes(ONE.timeLogged(1, 4_167, true));
    active.when(ONE.time(1_440)).publishes(ONE.timeLogged(1_440, 6_000_000, true));
  }

  @Test
  void timeWithoutARateIsChargedAtTheOneAgreed() {
    LogTime unpriced = at(null);
    active.when(unpriced).isRefusedBy(Rule.NOTHING_TO_CHARGE);
    MatterTermsSet agreed = hourly(250_000);
    active.given(agreed).when(unpriced).publishes(ONE.anHour());
    active.given(agreed, ONE.anHour(), hourly(300_000)).when(unpriced).changesNothing();
  }

  private static LogTime at(@Nullable Money rate) {
    return new LogTime(
        ID, JHB, ONE.id(), TODAY, 60, rate, true, VatTreatment.STANDARD, sealed("time"), TODAY);
  }

  @Test
  void aLateRepeatWithoutARateIsKnownAfterTheRateWasAmended() {
    active
        .given(hourly(250_000), ONE.anHour(), amended(ONE, 30, 50_000, true))
        .when(at(null))
        .changesNothing();
  }

  @Test
  void anAmendmentWithoutARateKeepsTheOneThatHoldsNow() {
    AmendTimeEntry unpriced =
        new AmendTimeEntry(
            ID, JHB, ONE.id(), TODAY, 60, null, true, VatTreatment.EXEMPT, sealed("other"), TODAY);
    active
        .given(hourly(250_000), ONE.anHour(), amended(ONE, 30, 50_000, true))
        .when(unpriced)
        .publishes(amended(ONE, 60, 100_000, true));
  }

  @Test
  void workIsNotAmendedToADayToCome() {
    active
        .given(ONE.anHour())
        .when(
            new AmendTimeEntry(
                ID,
                JHB,
                ONE.id(),
                TODAY.plusDays(1),
                1,
                Money.cents(1),
                true,
                VatTreatment.STANDARD,
                sealed("x"),
                TODAY))
        .isRefusedBy(Rule.WORK_DATE_IN_FUTURE);
  }

  @Test
  void anItemKnowsItsHours() {
    assertThat(hours(60)).isEqualTo("1");
    assertThat(hours(90)).isEqualTo("1.5");
    assertThat(hours(600)).isEqualTo("10");
    assertThat(hours(1)).isEqualTo("0.016667");
  }

  private static String hours(int minutes) {
    return new WorkEntry.Time(TODAY, minutes, Money.cents(1), true, VatTreatment.STANDARD)
        .quantity()
        .toString();
  }
}
