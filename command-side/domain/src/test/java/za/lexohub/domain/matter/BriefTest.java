package za.lexohub.domain.matter;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.proforma.ProFormaId;

class BriefTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Matters BRIEF = matter();
  private static final MatterId ID = BRIEF.id();
  private static final TenantId JHB = Samples.JHB;
  private static final ProFormaId QUOTE = ProFormaId.random();
  private static final ProFormaId OTHER_QUOTE = ProFormaId.random();
  private static final ErasedMatters NOTHING_ERASED = (matterId, tenant) -> {};

  private static final MatterMarkedPending PENDING = new MatterMarkedPending(ID);
  private static final MatterActivated ACTIVATED = new MatterActivated(ID, DAY);
  private static final MatterAwaitingApproval AWAITING = new MatterAwaitingApproval(ID, QUOTE);
  private static final MatterAccepted ACCEPTED = new MatterAccepted(ID, true, "2026/9", DAY);
  private static final MatterDeclined DECLINED = new MatterDeclined(ID, sealed("no"));
  private static final MatterClosed CLOSED = new MatterClosed(ID, DAY);
  private static final MatterReopened REOPENED = new MatterReopened(ID, sealed("appeal"));
  private static final ConflictCheckCompleted FOUND =
      new ConflictCheckCompleted(ID, false, sealed("their director"), DAY);
  private static final ConflictCheckCompleted CLEARED =
      new ConflictCheckCompleted(ID, true, null, DAY);
  private static final ConflictOverridden OVERRIDDEN =
      new ConflictOverridden(ID, sealed("consent"), DAY);

  private static final ActivateMatter ACTIVATE = new ActivateMatter(ID, JHB, DAY);
  private static final AcceptBrief ACCEPT = new AcceptBrief(ID, JHB, true, "2026/9", DAY);
  private static final DeclineMatter DECLINE = new DeclineMatter(ID, JHB, sealed("no"));
  private static final AwaitMatterApproval AWAIT = new AwaitMatterApproval(ID, JHB, QUOTE);
  private static final ApproveMatterByProForma APPROVE =
      new ApproveMatterByProForma(ID, JHB, QUOTE, DAY);
  private static final ReopenMatter REOPEN = new ReopenMatter(ID, JHB, sealed("appeal"));
  private static final OverrideConflict OVERRIDE =
      new OverrideConflict(ID, JHB, sealed("consent"), DAY);

  private final Specification<Matter> active =
      Specification.of(Matter.class, NOTHING_ERASED).given(BRIEF.opened());
  private final Specification<Matter> requested =
      Specification.of(Matter.class).given(BRIEF.requested());

  @Test
  void aPendingMatterIsOpenedAndMarkedInOneAppend() {
    Matters fresh = matter().of(Samples.fresh("jhb"));
    OpenMatter open = fresh.open();

    new Books()
        .when(
            new OpenMatter(
                open.matterId(),
                open.tenant(),
                open.matterType(),
                open.client(),
                open.attorney(),
                open.wording(),
                open.vatExempt(),
                open.courtCaseNumber(),
                open.openedOn(),
                true))
        .appends(allocated(fresh), fresh.opened(), new MatterMarkedPending(fresh.id()));
  }

  @Test
  void aRequestedMatterTakesAReferenceOnce() {
    Books books = new Books();
    Matters fresh = matter().of(Samples.fresh("jhb"));

    books.when(fresh.request()).appends(allocated(fresh), fresh.requested());
    books.when(fresh.request()).changesNothing();
    books.when(matter().of(Samples.NOBODY).request()).isRefusedBy(Rule.PRACTICE_UNKNOWN);
  }

  private static NumberAllocated allocated(Matters fresh) {
    return new NumberAllocated(
        fresh.tenant() + ":MATTER:2026",
        fresh.tenant(),
        NumberSeries.MATTER,
        2026,
        1,
        "JHB/2026/001",
        fresh.id().toString());
  }

  @Test
  void aPendingMatterIsActivatedOnce() {
    active.given(PENDING).when(ACTIVATE).publishes(ACTIVATED);
    active.given(PENDING, ACTIVATED).when(ACTIVATE).changesNothing();
  }

  @Test
  void onlyAPendingMatterIsActivated() {
    active.when(ACTIVATE).isRefusedBy(Rule.MATTER_NOT_PENDING);
    requested.when(ACTIVATE).isRefusedBy(Rule.MATTER_NOT_PENDING);
    active.given(CLOSED).when(ACTIVATE).isRefusedBy(Rule.MATTER_NOT_PENDING);
  }

  @Test
  void aPendingMatterIsNotHeldSettledOrClosed() {
    Specification<Matter> pending = active.given(PENDING);
    pending.when(new PutMatterOnHold(ID, JHB, sealed("x"))).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    pending.when(new SettleMatter(ID, JHB, DAY)).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
    pending.when(new CloseMatter(ID, JHB, DAY)).isRefusedBy(Rule.MATTER_NOT_ACTIVE);
  }

  @Test
  void aRequestedBriefIsTakenOnce() {
    requested.when(ACCEPT).publishes(ACCEPTED);
    requested.given(AWAITING).when(ACCEPT).publishes(ACCEPTED);
    requested.given(ACCEPTED).when(ACCEPT).changesNothing();
  }

  @Test
  void aRequestedBriefIsDeclinedOnce() {
    requested.when(DECLINE).publishes(DECLINED);
    requested.given(AWAITING).when(DECLINE).publishes(DECLINED);
    requested.given(DECLINED).when(DECLINE).changesNothing();
  }

  @Test
  void aBriefThatIsDecidedOrWasNeverRequestedIsNotDecided() {
    active.when(ACCEPT).isRefusedBy(Rule.MATTER_NOT_REQUESTED);
    active.when(DECLINE).isRefusedBy(Rule.MATTER_NOT_REQUESTED);
    requested.given(DECLINED).when(ACCEPT).isRefusedBy(Rule.MATTER_NOT_REQUESTED);
    requested.given(ACCEPTED).when(DECLINE).isRefusedBy(Rule.MATTER_NOT_REQUESTED);
  }

  @Test
  void aSentProFormaMakesARequestWaitForItsAnswer() {
    requested.when(AWAIT).publishes(AWAITING);
    requested.given(AWAITING).when(AWAIT).changesNothing();
    requested
        .given(AWAITING)
        .when(new AwaitMatterApproval(ID, JHB, OTHER_QUOTE))
        .publishes(new MatterAwaitingApproval(ID, OTHER_QUOTE));
    active.when(AWAIT).changesNothing();
    requested.given(DECLINED).when(AWAIT).changesNothing();
  }

  @Test
  void anAcceptedProFormaTakesTheBriefThatWaitedForIt() {
    MatterAccepted byProForma = new MatterAccepted(ID, false, null, DAY);
    requested.given(AWAITING).when(APPROVE).publishes(byProForma);
    requested
        .given(AWAITING, new MatterAwaitingApproval(ID, OTHER_QUOTE))
        .when(APPROVE)
        .publishes(byProForma);
    requested.given(AWAITING, byProForma).when(APPROVE).changesNothing();
    requested.given(AWAITING, DECLINED).when(APPROVE).changesNothing();
    requested.when(APPROVE).changesNothing();
    requested
        .given(AWAITING)
        .when(new ApproveMatterByProForma(ID, JHB, OTHER_QUOTE, DAY))
        .changesNothing();
  }

  @Test
  void noBriefIsTakenAgainstAConflict() {
    requested.given(FOUND).when(ACCEPT).isRefusedBy(Rule.CONFLICT_NOT_CLEARED);
    requested.given(AWAITING, FOUND).when(APPROVE).isRefusedBy(Rule.CONFLICT_NOT_CLEARED);
    requested.given(FOUND, CLEARED).when(ACCEPT).publishes(ACCEPTED);
    requested.given(FOUND, OVERRIDDEN).when(ACCEPT).publishes(ACCEPTED);
    requested.given(FOUND, OVERRIDDEN, FOUND).when(ACCEPT).isRefusedBy(Rule.CONFLICT_NOT_CLEARED);
  }

  @Test
  void aConflictCheckIsRecordedAsOftenAsItSaysSomethingNew() {
    CompleteConflictCheck cleared = new CompleteConflictCheck(ID, JHB, true, null, DAY);
    CompleteConflictCheck found =
        new CompleteConflictCheck(ID, JHB, false, sealed("their director"), DAY);
    active.when(cleared).publishes(CLEARED);
    active.given(CLEARED).when(cleared).changesNothing();
    active.given(CLEARED).when(found).publishes(FOUND);
    active.given(FOUND, CLEARED, FOUND).when(cleared).publishes(CLEARED);
  }

  @Test
  void onlyAConflictThatWasFoundIsOverriddenOnce() {
    active.given(FOUND).when(OVERRIDE).publishes(OVERRIDDEN);
    active.given(FOUND, OVERRIDDEN).when(OVERRIDE).changesNothing();
    active.when(OVERRIDE).isRefusedBy(Rule.CONFLICT_NOT_FOUND);
    active.given(CLEARED).when(OVERRIDE).isRefusedBy(Rule.CONFLICT_NOT_FOUND);
  }

  @Test
  void aClosedMatterIsReopenedOnce() {
    active.given(CLOSED).when(REOPEN).publishes(REOPENED);
    active.given(CLOSED, REOPENED).when(REOPEN).changesNothing();
    active.given(CLOSED, REOPENED, CLOSED).when(REOPEN).publishes(REOPENED);
    active.given(CLOSED, REOPENED).when(new CloseMatter(ID, JHB, DAY)).publishes(CLOSED);
  }

  @Test
  void onlyAClosedMatterIsReopened() {
    active.when(REOPEN).isRefusedBy(Rule.MATTER_NOT_CLOSED);
    active.given(DECLINED).when(REOPEN).isRefusedBy(Rule.MATTER_NOT_CLOSED);
  }

  @Test
  void anErasedMatterStaysClosed() {
    ErasedMatters erased =
        (matterId, tenant) -> {
          throw new RuleViolated(Rule.PERSONAL_DATA_ERASED, "erased");
        };
    Specification.of(Matter.class, erased)
        .given(BRIEF.opened(), CLOSED)
        .when(REOPEN)
        .isRefusedBy(Rule.PERSONAL_DATA_ERASED);
  }

  @Test
  void termsAreSetOnceAndAnewUntilTheMatterEnds() {
    MatterTerms terms =
        new MatterTerms(FeeType.HOURLY, Money.cents(5_000_000), null, null, true, DAY, null, null);
    SetMatterTerms set = new SetMatterTerms(ID, JHB, terms);
    MatterTermsSet agreed = new MatterTermsSet(ID, terms);
    active.when(set).publishes(agreed);
    active.given(agreed).when(set).changesNothing();
    active.given(agreed, CLOSED).when(set).changesNothing();
    active.given(CLOSED).when(set).isRefusedBy(Rule.MATTER_CLOSED);
    requested.given(DECLINED).when(set).isRefusedBy(Rule.MATTER_CLOSED);
    requested.when(set).publishes(agreed);
  }

  static List<TenantCommand> everyCommandOfAStranger() {
    TenantId stranger = Samples.STRANGER;
    return List.of(
        new ActivateMatter(ID, stranger, DAY),
        new AcceptBrief(ID, stranger, false, null, DAY),
        new DeclineMatter(ID, stranger, sealed("x")),
        new AwaitMatterApproval(ID, stranger, QUOTE),
        new ApproveMatterByProForma(ID, stranger, QUOTE, DAY),
        new ReopenMatter(ID, stranger, sealed("x")),
        new CompleteConflictCheck(ID, stranger, true, null, DAY),
        new OverrideConflict(ID, stranger, sealed("x"), DAY),
        new MarkReadyToBill(ID, stranger, null),
        new ApproveBilling(ID, stranger, "x", null),
        new RejectBilling(ID, stranger, "x", sealed("x")),
        new RevokeMatterAccess(ID, stranger, "x", null),
        new RequestStatement(ID, stranger, DAY, DAY),
        new RequestMatterNotification(ID, stranger, "x"));
  }

  @ParameterizedTest
  @MethodSource("everyCommandOfAStranger")
  void anotherTenantFindsNothing(TenantCommand command) {
    active.when(command).findsNothing();
  }
}
