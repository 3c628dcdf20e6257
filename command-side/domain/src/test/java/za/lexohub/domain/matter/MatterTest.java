package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterCommands;
import za.lexohub.messages.matter.MatterCommands.ArchiveMatter;
import za.lexohub.messages.matter.MatterCommands.CloseMatter;
import za.lexohub.messages.matter.MatterCommands.PutMatterOnHold;
import za.lexohub.messages.matter.MatterCommands.ResumeMatter;
import za.lexohub.messages.matter.MatterCommands.SettleMatter;
import za.lexohub.messages.matter.MatterCommands.UnarchiveMatter;
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.matter.MatterEvents.MatterUnarchived;
import za.lexohub.messages.matter.MatterId;

class MatterTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Matters BRIEF = matter();
  private static final MatterId ID = BRIEF.id();
  private static final TenantId JHB = Samples.JHB;

  private static final PutMatterOnHold HOLD =
      new PutMatterOnHold(ID, JHB, sealed("awaiting court"));
  private static final ResumeMatter RESUME = new ResumeMatter(ID, JHB);
  private static final SettleMatter SETTLE = new SettleMatter(ID, JHB, DAY);
  private static final CloseMatter CLOSE = new CloseMatter(ID, JHB, DAY);
  private static final ArchiveMatter ARCHIVE = new ArchiveMatter(ID, JHB, sealed("done"));
  private static final UnarchiveMatter UNARCHIVE = new UnarchiveMatter(ID, JHB);
  private static final MatterPutOnHold HELD = new MatterPutOnHold(ID, sealed("awaiting court"));
  private static final MatterResumed RESUMED = new MatterResumed(ID);
  private static final MatterSettled SETTLED = new MatterSettled(ID, DAY);
  private static final MatterClosed CLOSED = new MatterClosed(ID, DAY);
  private static final MatterArchived ARCHIVED = new MatterArchived(ID, sealed("done"));
  private static final MatterUnarchived UNARCHIVED = new MatterUnarchived(ID);

  private final Specification<Matter> active = Specification.of(Matter.class).given(BRIEF.opened());

  @Test
  void anActiveMatterIsPutOnHold() {
    active.when(HOLD).publishes(HELD);
  }

  @Test
  void aHeldMatterIsNotHeldAgain() {
    active.given(HELD).when(HOLD).changesNothing();
  }

  @Test
  void aSettledOrClosedMatterIsNotPutOnHold() {
    active.given(SETTLED).when(HOLD).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    active.given(CLOSED).when(HOLD).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
  }

  @Test
  void aHeldMatterIsResumed() {
    active.given(HELD).when(RESUME).publishes(RESUMED);
  }

  @Test
  void aResumedMatterIsNotResumedAgain() {
    active.given(HELD, RESUMED).when(RESUME).changesNothing();
  }

  @Test
  void aMatterThatIsNotOnHoldIsNotResumed() {
    active.when(RESUME).isRefusedBy(Rule.MATTER_NOT_ON_HOLD);
    active.given(SETTLED).when(RESUME).isRefusedBy(Rule.MATTER_NOT_ON_HOLD);
  }

  @Test
  void anActiveMatterIsSettled() {
    active.when(SETTLE).publishes(SETTLED);
    active.given(HELD, RESUMED).when(SETTLE).publishes(SETTLED);
  }

  @Test
  void aMatterSettledThatDayIsNotSettledAgain() {
    active.given(SETTLED).when(SETTLE).changesNothing();
  }

  @Test
  void aMatterThatIsNotActiveIsNotSettled() {
    active.given(HELD).when(SETTLE).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    active.given(CLOSED).when(SETTLE).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    active
        .given(SETTLED)
        .when(new SettleMatter(ID, JHB, DAY.plusDays(1)))
        .isRefusedBy(Rule.MATTER_NOT_ACTIVE);
  }

  @Test
  void anActiveOrSettledMatterIsClosed() {
    active.when(CLOSE).publishes(CLOSED);
    active.given(SETTLED).when(CLOSE).publishes(CLOSED);
  }

  @Test
  void aMatterClosedThatDayIsNotClosedAgain() {
    active.given(CLOSED).when(CLOSE).changesNothing();
  }

  @Test
  void aHeldMatterIsNotClosedAndAClosedOneNotOnAnotherDay() {
    active.given(HELD).when(CLOSE).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    active
        .given(CLOSED)
        .when(new CloseMatter(ID, JHB, DAY.plusDays(1)))
        .isRefusedBy(Rule.MATTER_CLOSED);
  }

  @Test
  void aMatterIsArchivedFromAnyStatus() {
    active.when(ARCHIVE).publishes(ARCHIVED);
    active.given(HELD).when(ARCHIVE).publishes(ARCHIVED);
    active.given(SETTLED).when(ARCHIVE).publishes(ARCHIVED);
    active.given(CLOSED).when(ARCHIVE).publishes(ARCHIVED);
    active.given(ARCHIVED, UNARCHIVED).when(ARCHIVE).publishes(ARCHIVED);
  }

  @Test
  void anArchivedMatterIsNotArchivedAgain() {
    active.given(ARCHIVED).when(ARCHIVE).changesNothing();
  }

  @Test
  void anArchivedMatterIsTakenOutAgainInTheStatusItHad() {
    active.given(HELD, ARCHIVED).when(UNARCHIVE).publishes(UNARCHIVED);
    active.given(HELD, ARCHIVED, UNARCHIVED).when(RESUME).publishes(RESUMED);
  }

  @Test
  void aMatterTakenOutIsNotTakenOutAgain() {
    active.given(ARCHIVED, UNARCHIVED).when(UNARCHIVE).changesNothing();
  }

  @Test
  void aMatterThatWasNeverArchivedIsNotTakenOut() {
    active.when(UNARCHIVE).isRefusedBy(Rule.MATTER_NOT_ARCHIVED);
  }

  static List<MatterCommands> everyCommandOfAStranger() {
    TenantId stranger = Samples.STRANGER;
    return List.of(
        new PutMatterOnHold(ID, stranger, sealed("x")),
        new ResumeMatter(ID, stranger),
        new SettleMatter(ID, stranger, DAY),
        new CloseMatter(ID, stranger, DAY),
        new ArchiveMatter(ID, stranger, null),
        new UnarchiveMatter(ID, stranger));
  }

  @ParameterizedTest
  @MethodSource("everyCommandOfAStranger")
  void anotherTenantFindsNothing(MatterCommands command) {
    active.when(command).findsNothing();
  }

  @Test
  void aCommandForAnOlderVersionConflicts() {
    active.given(HELD).whenVersionIsExpected(1, RESUME).conflictsWithVersion(2);
  }

  @Test
  void aCommandForThePresentVersionIsHeard() {
    active.given(HELD).whenVersionIsExpected(2, RESUME).publishes(RESUMED);
  }

  @Test
  void theStrangerLearnsNoVersion() {
    active.whenVersionIsExpected(7, new ResumeMatter(ID, Samples.STRANGER)).findsNothing();
  }
}
