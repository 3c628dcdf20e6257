package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;

import org.junit.jupiter.api.Test;
import za.lexohub.domain.Specification;
import za.lexohub.messages.matter.BudgetLimit;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.work.WorkCommands.*;

/** Work beside what was agreed for it. */
class WorkBudgetTest extends WorkSpecification {
  @Test
  void feesThatOutgrowWhatWasAgreedAreToldOfOnce() {
    Specification<Matter> agreed = active.given(terms(300_000, 400_000), ONE.anHour());
    agreed.when(OTHER.service("1", 95_000)).publishes(OTHER.serviceLogged("1", 95_000, 95_000));
    agreed
        .when(OTHER.service("1", 95_001))
        .publishes(
            OTHER.serviceLogged("1", 95_001, 95_001),
            exceeded(BudgetLimit.ESTIMATE, 345_001, 300_000));
    Work third = Work.on(BRIEF);
    Specification<Matter> over =
        agreed.given(
            OTHER.serviceLogged("1", 100_000, 100_000),
            exceeded(BudgetLimit.ESTIMATE, 350_000, 300_000));
    over.when(third.service("1", 90_000)).publishes(third.serviceLogged("1", 90_000, 90_000));
    over.when(third.service("1", 90_001))
        .publishes(
            third.serviceLogged("1", 90_001, 90_001),
            exceeded(BudgetLimit.FEE_CAP, 440_001, 400_000));
  }

  private static MatterBudgetExceeded exceeded(BudgetLimit limit, long fees, long agreed) {
    return new MatterBudgetExceeded(ID, limit, Money.cents(fees), Money.cents(agreed));
  }

  @Test
  void theToleranceOfAnOddAmountIsNotRounded() {
    Specification<Matter> agreed = active.given(terms(333, 9_000_000));
    agreed.when(ONE.service("1", 382)).publishes(ONE.serviceLogged("1", 382, 382));
    agreed
        .when(ONE.service("1", 383))
        .publishes(ONE.serviceLogged("1", 383, 383), exceeded(BudgetLimit.ESTIMATE, 383, 333));
  }

  @Test
  void workGoesOnInPeaceOnceAnotherEstimateIsAgreed() {
    Work third = Work.on(BRIEF);
    Specification<Matter> agreed =
        active.given(
            terms(300_000, 9_000_000),
            ONE.anHour(),
            OTHER.serviceLogged("1", 100_000, 100_000),
            exceeded(BudgetLimit.ESTIMATE, 350_000, 300_000),
            new MatterEstimateChanged(ID, Money.cents(350_000), AmendmentId.random()));
    agreed.when(third.service("1", 1)).publishes(third.serviceLogged("1", 1, 1));
    agreed
        .when(third.service("1", 52_501))
        .publishes(
            third.serviceLogged("1", 52_501, 52_501),
            exceeded(BudgetLimit.ESTIMATE, 402_501, 350_000));
  }

  @Test
  void anAmountThatIsAgreedAgainIsNotToldOfAgain() {
    Work third = Work.on(BRIEF);
    active
        .given(
            terms(100_000, 9_000_000),
            ONE.anHour(),
            exceeded(BudgetLimit.ESTIMATE, 250_000, 100_000),
            terms(200_000, 9_000_000),
            OTHER.serviceLogged("1", 1, 1),
            exceeded(BudgetLimit.ESTIMATE, 250_001, 200_000),
            terms(100_000, 9_000_000))
        .when(third.service("1", 1))
        .publishes(third.serviceLogged("1", 1, 1));
  }

  @Test
  void anAmendedEntryMayOutgrowThemToo() {
    active
        .given(terms(40_000, 1_000_000), ONE.timeLogged(1, 4_167, true))
        .when(amendTime(ONE, 30, true))
        .publishes(
            amended(ONE, 30, 50_000, true),
            new MatterBudgetExceeded(
                ID, BudgetLimit.ESTIMATE, Money.cents(50_000), Money.cents(40_000)));
  }

  @Test
  void disbursementsAndWorkThatIsNotChargedOutgrowNothing() {
    Specification<Matter> agreed = active.given(terms(1, 1));
    agreed.when(ONE.disbursement(100, 0)).publishes(ONE.disbursementLogged(100, 0, 100));
    agreed
        .given(ONE.timeLogged(60, 250_000, true), writtenOff(ONE))
        .when(OTHER.disbursement(100, 0))
        .publishes(OTHER.disbursementLogged(100, 0, 100));
  }

  private static WorkItemWrittenOff writtenOff(Work work) {
    return new WorkItemWrittenOff(ID, work.id(), Money.cents(250_000), sealed("why"));
  }

  @Test
  void anEstimateMovedByAnAmendmentCountsFromThenOn() {
    active
        .given(
            terms(100_000, 9_000_000),
            new MatterEstimateChanged(ID, Money.cents(250_000), AmendmentId.random()))
        .when(ONE.time(60))
        .publishes(ONE.anHour());
  }
}
