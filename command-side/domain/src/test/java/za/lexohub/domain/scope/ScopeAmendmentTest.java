package za.lexohub.domain.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementEvents.AgreementDrafted;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterEstimateChanged;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.scope.AmendmentType;
import za.lexohub.messages.scope.ScopeAmendmentCommands.*;
import za.lexohub.messages.scope.ScopeAmendmentEvents.*;

class ScopeAmendmentTest {
  private static final Money OLD = Money.cents(5_000_000);
  private static final Money NEW = Money.cents(8_000_000);

  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final Matters brief = matter().of(jhb);
  private final AmendmentId id = AmendmentId.random();
  private final AmendmentId other = AmendmentId.random();
  private final ScopeAmendmentRejected rejected = new ScopeAmendmentRejected(id, sealed("no"));
  private final ScopeAmendmentApproved approved =
      new ScopeAmendmentApproved(id, Channel.RECORDED_BY_ADVOCATE, "thandi");

  private ProposeScopeAmendment propose(MatterId matterId, PersonalData reason, boolean automatic) {
    return new ProposeScopeAmendment(
        id, jhb, matterId, null, AmendmentType.SCOPE_INCREASE, reason, OLD, NEW, 10, 20, automatic);
  }

  private ScopeAmendmentProposed proposed() {
    return new ScopeAmendmentProposed(
        id,
        jhb,
        brief.id(),
        null,
        AmendmentType.SCOPE_INCREASE,
        sealed("more witnesses"),
        OLD,
        NEW,
        10,
        20,
        false);
  }

  @Test
  void isProposedOnceOnAMatterThatIsOpen() {
    ProposeScopeAmendment propose = propose(brief.id(), sealed("more witnesses"), false);

    books.given(brief.opened()).when(propose).appends(proposed());
    books.when(propose).changesNothing();
  }

  @Test
  void theAgreementThatItIsAboutIsTheTenantsOwn() {
    AgreementId agreement = AgreementId.random();
    TenantId stranger = Samples.fresh("jhb");
    assertThat(
            books
                .given(brief.opened(), drafted(agreement, jhb, brief.id()))
                .when(about(agreement))
                .events())
        .hasSize(1);

    AgreementId others = AgreementId.random();
    books.given(drafted(others, stranger, brief.id())).when(about(others)).findsNothing();
    books.when(about(AgreementId.random())).findsNothing();
  }

  @Test
  void theAgreementIsAboutTheSameMatter() {
    AgreementId elsewhere = AgreementId.random();
    Matters another = matter().of(jhb);

    books
        .given(brief.opened(), another.opened(), drafted(elsewhere, jhb, another.id()))
        .when(about(elsewhere))
        .findsNothing();
  }

  @Test
  void orAboutTheProFormaThatTheMatterWasMadeOf() {
    ProFormaId quote = ProFormaId.random();
    AgreementId agreement = AgreementId.random();
    books.given(
        brief.opened(),
        new AgreementDrafted(agreement, jhb, null, quote, Samples.party("client"), sealed("t")));

    books.when(about(agreement)).findsNothing();
    books.given(new ProFormaConvertedToMatter(quote, brief.id(), true));
    assertThat(books.when(about(agreement)).events()).hasSize(1);
  }

  private ProposeScopeAmendment about(AgreementId agreement) {
    return new ProposeScopeAmendment(
        AmendmentId.random(),
        jhb,
        brief.id(),
        agreement,
        AmendmentType.SCOPE_INCREASE,
        sealed("more witnesses"),
        OLD,
        NEW,
        10,
        20,
        false);
  }

  private static AgreementDrafted drafted(AgreementId agreement, TenantId tenant, MatterId matter) {
    return new AgreementDrafted(
        agreement, tenant, matter, null, Samples.party("client"), sealed("terms"));
  }

  @Test
  void whatTheSystemProposesNeverLowersTheEstimate() {
    Money more = Money.cents(9_000_000);

    books.given(brief.opened(), estimated(more));
    books.when(propose(brief.id(), null, true)).appends(automatic(more));
  }

  @Test
  void neitherDoesItsApprovalWhenMoreWasAgreedMeanwhile() {
    Money more = Money.cents(9_000_000);

    books.given(brief.opened(), estimated(OLD), automatic(NEW), estimated(more));
    books
        .when(new ApproveScopeAmendment(id, jhb, Channel.RECORDED_BY_ADVOCATE, "thandi"))
        .appends(approved, new MatterEstimateChanged(brief.id(), more, id));
  }

  @Test
  void aPersonMayLowerTheEstimate() {
    books.given(brief.opened(), estimated(Money.cents(9_000_000)), proposed());
    books
        .when(new ApproveScopeAmendment(id, jhb, Channel.RECORDED_BY_ADVOCATE, "thandi"))
        .appends(approved, new MatterEstimateChanged(brief.id(), NEW, id));
  }

  private MatterTermsSet estimated(Money estimate) {
    return new MatterTermsSet(
        brief.id(), new MatterTerms(FeeType.HOURLY, estimate, null, null, false, null, null, null));
  }

  private ScopeAmendmentProposed automatic(Money newEstimate) {
    return new ScopeAmendmentProposed(
        id,
        jhb,
        brief.id(),
        null,
        AmendmentType.SCOPE_INCREASE,
        null,
        OLD,
        newEstimate,
        10,
        20,
        true);
  }

  @Test
  void isNotProposedOnAClosedMatterNorOnNone() {
    books.given(brief.opened(), new MatterClosed(brief.id(), LocalDate.of(2026, 9, 1)));

    books.when(propose(brief.id(), sealed("more"), false)).isRefusedBy(Rule.MATTER_CLOSED);
    books.when(propose(MatterId.random(), sealed("more"), false)).findsNothing();
  }

  @Test
  void onlyTheSystemProposesWithoutAReason() {
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> propose(brief.id(), null, false));
    Assertions.assertThat(propose(brief.id(), null, true).reason()).isNull();
  }

  @Test
  void movesTheEstimateOfItsMatterWhenItIsApproved() {
    ApproveScopeAmendment approve =
        new ApproveScopeAmendment(id, jhb, Channel.RECORDED_BY_ADVOCATE, "thandi");

    books
        .given(brief.opened(), proposed())
        .when(approve)
        .appends(approved, new MatterEstimateChanged(brief.id(), NEW, id));
    books.when(approve).changesNothing();
  }

  @Test
  void isNotApprovedOnceItIsDecidedOrItsMatterClosed() {
    ApproveScopeAmendment approve =
        new ApproveScopeAmendment(id, jhb, Channel.RECORDED_BY_ADVOCATE, "thandi");

    books
        .given(brief.opened(), proposed(), new MatterClosed(brief.id(), LocalDate.of(2026, 9, 1)))
        .when(approve)
        .isRefusedBy(Rule.MATTER_CLOSED);
    books.given(rejected).when(approve).isRefusedBy(Rule.AMENDMENT_NOT_PENDING);
  }

  @Test
  void isRejectedWhilePending() {
    RejectScopeAmendment reject = new RejectScopeAmendment(id, jhb, sealed("no"));

    books.given(brief.opened(), proposed()).when(reject).appends(rejected);
    books.when(reject).changesNothing();
  }

  @Test
  void isNotRejectedAfterItWasApproved() {
    books
        .given(brief.opened(), proposed(), approved)
        .when(new RejectScopeAmendment(id, jhb, sealed("no")))
        .isRefusedBy(Rule.AMENDMENT_NOT_PENDING);
  }

  @Test
  void givesWayToAnotherOnlyWhilePending() {
    SupersedeScopeAmendment supersede = new SupersedeScopeAmendment(id, jhb, other);

    books
        .given(brief.opened(), proposed())
        .when(supersede)
        .appends(new ScopeAmendmentSuperseded(id, other));
    books.when(supersede).changesNothing();
  }

  @Test
  void doesNotGiveWayWhenItIsDecided() {
    books
        .given(brief.opened(), proposed(), rejected)
        .when(new SupersedeScopeAmendment(id, jhb, other))
        .changesNothing();
  }

  @Test
  void anotherTenantFindsNothing() {
    books
        .given(brief.opened(), proposed())
        .when(new RejectScopeAmendment(id, Samples.STRANGER, sealed("no")))
        .findsNothing();
  }
}
