package za.lexohub.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.BudgetLimit;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkCommands.*;

class WorkItemsTest {
  private static final Matters BRIEF = matter();
  private static final MatterId ID = BRIEF.id();
  private static final TenantId JHB = Samples.JHB;
  private static final LocalDate TODAY = Work.TODAY;
  private static final Work ONE = Work.on(BRIEF);
  private static final Work OTHER = Work.on(BRIEF);
  private static final InvoiceId INVOICE = InvoiceId.random();

  private final Specification<Matter> active = Specification.of(Matter.class).given(BRIEF.opened());

  private static MatterInvoiced invoiced(Work... items) {
    return new MatterInvoiced(
        ID,
        INVOICE,
        InvoiceSource.MATTER_WIP,
        InvoiceType.INTERIM,
        1,
        List.of(items).stream().map(Work::id).toList());
  }

  private static MatterInvoiceReleased released(Work... items) {
    return new MatterInvoiceReleased(ID, INVOICE, List.of(items).stream().map(Work::id).toList());
  }

  private static MatterTermsSet terms(long estimate, long cap) {
    return new MatterTermsSet(
        ID,
        new MatterTerms(
            FeeType.HOURLY,
            Money.cents(estimate),
            Money.cents(cap),
            null,
            false,
            null,
            null,
            null));
  }

  private static AmendTimeEntry amendTime(Work work, int minutes, boolean billable) {
    return new AmendTimeEntry(
        ID,
        JHB,
        work.id(),
        TODAY,
        minutes,
        Money.cents(100_000),
        billable,
        VatTreatment.EXEMPT,
        sealed("other"),
        TODAY);
  }

  private static AmendService amendService(Work work) {
    return new AmendService(
        ID,
        JHB,
        work.id(),
        TODAY,
        ServiceCategory.RESEARCH,
        new BigDecimal("1.5"),
        Money.cents(101),
        VatTreatment.STANDARD,
        sealed("other"),
        TODAY);
  }

  private static AmendDisbursement amendDisbursement(Work work) {
    return new AmendDisbursement(
        ID,
        JHB,
        work.id(),
        TODAY,
        DisbursementType.TRAVEL,
        Money.cents(1_001),
        1_250,
        VatTreatment.INCLUSIVE,
        sealed("other"),
        TODAY);
  }

  private static CorrectDisbursementVat correct(Work work, VatTreatment vat) {
    return new CorrectDisbursementVat(ID, JHB, work.id(), vat, sealed("why"));
  }

  private static RemoveWorkItem remove(Work work) {
    return new RemoveWorkItem(ID, JHB, work.id(), sealed("why"));
  }

  private static WriteOffWorkItem writeOff(Work work) {
    return new WriteOffWorkItem(ID, JHB, work.id(), sealed("why"));
  }

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

  private static MatterTermsSet hourly(long cents) {
    return new MatterTermsSet(
        ID,
        new MatterTerms(FeeType.HOURLY, null, null, Money.cents(cents), false, null, null, null));
  }

  private static LogTime at(@Nullable Money rate) {
    return new LogTime(
        ID, JHB, ONE.id(), TODAY, 60, rate, true, VatTreatment.STANDARD, sealed("time"), TODAY);
  }

  @Test
  void aServiceIsChargedByItsQuantity() {
    active.when(ONE.service("2.5", 101)).publishes(ONE.serviceLogged("2.5", 101, 253));
  }

  @Test
  void aDisbursementIsChargedWithItsMarkup() {
    active.when(ONE.disbursement(1_001, 0)).publishes(ONE.disbursementLogged(1_001, 0, 1_001));
    active
        .when(ONE.disbursement(1_001, 1_250))
        .publishes(ONE.disbursementLogged(1_001, 1_250, 1_126));
  }

  @Test
  void theSameWorkIsNotLoggedTwice() {
    active.given(ONE.anHour()).when(ONE.time(60)).changesNothing();
    active
        .given(ONE.serviceLogged("1.50", 100, 150))
        .when(ONE.service("1.5", 100))
        .changesNothing();
    active
        .given(ONE.disbursementLogged(100, 0, 100))
        .when(ONE.disbursement(100, 0))
        .changesNothing();
  }

  @Test
  void aLateRepeatIsKnownAfterTheItemWasAmendedOrBilled() {
    active
        .given(ONE.anHour(), amended(ONE, 30, 50_000, true), invoiced(ONE))
        .when(ONE.time(60))
        .changesNothing();
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
  void otherWorkUnderAKnownIdIsRefused() {
    active.given(ONE.anHour()).when(ONE.time(61)).isRefusedBy(Rule.WORK_ITEM_ALREADY_LOGGED);
    active
        .given(ONE.anHour())
        .when(ONE.service("1", 250_000))
        .isRefusedBy(Rule.WORK_ITEM_ALREADY_LOGGED);
  }

  @Test
  void workIsNotLoggedBeforeItIsDone() {
    Work tomorrow = ONE.dated(TODAY.plusDays(1));
    active.when(tomorrow.time(1)).isRefusedBy(Rule.WORK_DATE_IN_FUTURE);
    active.when(tomorrow.service("1", 1)).isRefusedBy(Rule.WORK_DATE_IN_FUTURE);
    active.when(tomorrow.disbursement(1, 0)).isRefusedBy(Rule.WORK_DATE_IN_FUTURE);
  }

  @Test
  void aHeldAndASettledMatterStillTakeWork() {
    active.given(new MatterPutOnHold(ID, sealed("x"))).when(ONE.time(60)).publishes(ONE.anHour());
    active.given(new MatterSettled(ID, TODAY)).when(ONE.time(60)).publishes(ONE.anHour());
  }

  @Test
  void aMatterThatHasEndedOrNotBegunTakesNoWork() {
    active.given(new MatterClosed(ID, TODAY)).when(ONE.time(60)).isRefusedBy(Rule.MATTER_CLOSED);
    active
        .given(new MatterDeclined(ID, sealed("x")))
        .when(ONE.service("1", 1))
        .isRefusedBy(Rule.MATTER_CLOSED);
    active
        .given(new MatterArchived(ID, null))
        .when(ONE.disbursement(1, 0))
        .isRefusedBy(Rule.MATTER_ARCHIVED);
    active
        .given(new MatterMarkedPending(ID))
        .when(ONE.time(60))
        .isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    Specification<Matter> requested = Specification.of(Matter.class).given(BRIEF.requested());
    requested.when(ONE.time(60)).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    requested
        .given(new MatterAwaitingApproval(ID, ProFormaId.random()))
        .when(ONE.time(60))
        .isRefusedBy(Rule.MATTER_NOT_ACTIVE);
  }

  @Test
  void aReopenedMatterTakesWorkAgain() {
    active
        .given(new MatterClosed(ID, TODAY), new MatterReopened(ID, sealed("x")))
        .when(ONE.time(60))
        .publishes(ONE.anHour());
  }

  private static TimeEntryAmended amended(Work work, int minutes, long cents, boolean billable) {
    return new TimeEntryAmended(
        ID,
        work.id(),
        TODAY,
        minutes,
        Money.cents(100_000),
        Money.cents(cents),
        billable,
        VatTreatment.EXEMPT,
        sealed("other"));
  }

  @Test
  void unbilledWorkIsAmended() {
    active
        .given(ONE.anHour())
        .when(amendTime(ONE, 30, false))
        .publishes(amended(ONE, 30, 50_000, false));
    active
        .given(ONE.serviceLogged("1", 100, 100))
        .when(amendService(ONE))
        .publishes(
            new ServiceAmended(
                ID,
                ONE.id(),
                TODAY,
                ServiceCategory.RESEARCH,
                new BigDecimal("1.5"),
                Money.cents(101),
                Money.cents(152),
                VatTreatment.STANDARD,
                sealed("other")));
    active
        .given(ONE.disbursementLogged(100, 0, 100))
        .when(amendDisbursement(ONE))
        .publishes(
            new DisbursementAmended(
                ID,
                ONE.id(),
                TODAY,
                DisbursementType.TRAVEL,
                Money.cents(1_001),
                1_250,
                Money.cents(1_126),
                VatTreatment.INCLUSIVE,
                sealed("other")));
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
  void workOfAnotherKindOrNoneIsUnknown() {
    active.when(amendTime(ONE, 30, true)).isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
    Specification<Matter> logged = active.given(ONE.anHour());
    logged.when(amendService(ONE)).isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
    logged.when(amendDisbursement(ONE)).isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
    logged.when(correct(ONE, VatTreatment.EXEMPT)).isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
    logged.when(remove(OTHER)).isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
    logged.when(writeOff(OTHER)).isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
  }

  @Test
  void theVatOfADisbursementIsCorrectedOnce() {
    Specification<Matter> logged = active.given(ONE.disbursementLogged(100, 0, 100));
    logged
        .when(correct(ONE, VatTreatment.EXEMPT))
        .publishes(new DisbursementVatCorrected(ID, ONE.id(), VatTreatment.EXEMPT, sealed("why")));
    logged.when(correct(ONE, VatTreatment.STANDARD)).changesNothing();
    logged
        .given(new DisbursementVatCorrected(ID, ONE.id(), VatTreatment.EXEMPT, sealed("why")))
        .when(correct(ONE, VatTreatment.EXEMPT))
        .changesNothing();
  }

  @Test
  void workEnteredByMistakeIsRemovedOnce() {
    WorkItemRemoved gone = new WorkItemRemoved(ID, ONE.id(), sealed("why"));
    active.given(ONE.anHour()).when(remove(ONE)).publishes(gone);
    active.given(ONE.anHour(), gone).when(remove(ONE)).changesNothing();
    active.given(ONE.anHour(), gone).when(writeOff(ONE)).isRefusedBy(Rule.WORK_ITEM_UNKNOWN);
    active.given(ONE.anHour(), gone).when(ONE.time(60)).changesNothing();
  }

  @Test
  void workIsWrittenOffOnceWithWhatItWouldHaveBrought() {
    WorkItemWrittenOff lost =
        new WorkItemWrittenOff(ID, ONE.id(), Money.cents(250_000), sealed("why"));
    active.given(ONE.anHour()).when(writeOff(ONE)).publishes(lost);
    active.given(ONE.anHour(), lost).when(writeOff(ONE)).changesNothing();
    active.given(ONE.anHour(), lost).when(remove(ONE)).isRefusedBy(Rule.WORK_ITEM_WRITTEN_OFF);
    active
        .given(ONE.timeLogged(60, 250_000, false))
        .when(writeOff(ONE))
        .publishes(new WorkItemWrittenOff(ID, ONE.id(), Money.ZERO, sealed("why")));
  }

  @Test
  void whatIsLeftOnAClosedMatterMayStillBeWrittenOff() {
    active
        .given(ONE.anHour(), new MatterClosed(ID, TODAY))
        .when(writeOff(ONE))
        .publishes(new WorkItemWrittenOff(ID, ONE.id(), Money.cents(250_000), sealed("why")));
  }

  static List<TenantCommand> everyChangeOfAnItem() {
    return List.of(amendTime(ONE, 30, true), remove(ONE), writeOff(ONE));
  }

  @ParameterizedTest
  @MethodSource("everyChangeOfAnItem")
  void billedWorkIsNotChanged(TenantCommand command) {
    active.given(ONE.anHour(), invoiced(ONE)).when(command).isRefusedBy(Rule.WORK_ITEM_BILLED);
  }

  @Test
  void billedDisbursementsKeepTheirVat() {
    active
        .given(ONE.disbursementLogged(100, 0, 100), invoiced(ONE))
        .when(correct(ONE, VatTreatment.EXEMPT))
        .isRefusedBy(Rule.WORK_ITEM_BILLED);
  }

  @Test
  void releasedWorkIsChangedAgain() {
    active
        .given(ONE.anHour(), invoiced(ONE), released(ONE))
        .when(amendTime(ONE, 30, true))
        .publishes(amended(ONE, 30, 50_000, true));
  }

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

  @Test
  void aStrangerFindsNoWork() {
    active
        .given(ONE.anHour())
        .when(new RemoveWorkItem(ID, Samples.STRANGER, ONE.id(), sealed("x")))
        .findsNothing();
    active.when(Work.on(BRIEF.of(Samples.STRANGER)).time(60)).findsNothing();
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
