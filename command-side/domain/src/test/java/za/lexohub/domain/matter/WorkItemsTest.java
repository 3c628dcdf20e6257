package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkCommands.*;

/** What holds for work of every kind. */
class WorkItemsTest extends WorkSpecification {
  @Test
  void aServiceIsChargedByItsQuantity() {
    active.when(ONE.service("2.5", 101)).publishes(ONE.serviceLogged("2.5", 101, 253));
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
  void releasedWorkIsChangedAgain() {
    active
        .given(ONE.anHour(), invoiced(ONE), released(ONE))
        .when(amendTime(ONE, 30, true))
        .publishes(amended(ONE, 30, 50_000, true));
  }

  @Test
  void aStrangerFindsNoWork() {
    active
        .given(ONE.anHour())
        .when(new RemoveWorkItem(ID, Samples.STRANGER, ONE.id(), sealed("x")))
        .findsNothing();
    active.when(Work.on(BRIEF.of(Samples.STRANGER)).time(60)).findsNothing();
  }
}
