package za.lexohub.domain.proforma;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.proforma.ProFormas.LAST_MOMENT;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.TOO_LATE;
import static za.lexohub.domain.proforma.ProFormas.byLink;
import static za.lexohub.domain.proforma.ProFormas.recorded;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.Rule;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaCommands.DeclineProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaChanges;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;

/** What an attorney says to an offer. */
class ProFormaAnswersTest extends OfferSpecification {
  @Nested
  class Accepting {
    @Test
    void byLinkInTheLastMomentAgreesToThisOffer() {
      sent.when(PF.accept(byLink(1, LAST_MOMENT)))
          .publishes(PF.accepted(1, byLink(1, LAST_MOMENT)));
    }

    @Test
    void asTheAdvocateRecordsItAgreesToo() {
      sent.when(PF.accept(recorded(LAST_MOMENT))).publishes(PF.accepted(1, recorded(LAST_MOMENT)));
    }

    @Test
    void againByTheSamePartyChangesNothingHoweverLate() {
      sent.given(PF.accepted(1, byLink(1, SENT_AT)))
          .when(PF.accept(byLink(1, TOO_LATE)))
          .changesNothing();
      sent.given(PF.accepted(1, recorded(SENT_AT)))
          .when(PF.accept(recorded(TOO_LATE)))
          .changesNothing();
    }

    @Test
    void againWithAnotherLinkIsRefused() {
      sent.given(PF.accepted(1, byLink(1, SENT_AT)))
          .when(PF.accept(byLink(9, SENT_AT)))
          .isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void byAnotherPartyIsRefused() {
      sent.given(PF.accepted(1, byLink(1, SENT_AT)))
          .when(PF.accept(recorded(SENT_AT)))
          .isRefusedBy(Rule.PRO_FORMA_ALREADY_ANSWERED);
    }

    @Test
    void unknownUsedAndExpiredLinksAnswerAlike() {
      Answer noToken = new Answer(Channel.PUBLIC_LINK, "attorney", null, SENT_AT);

      sent.when(PF.accept(byLink(9, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      sent.when(PF.accept(noToken)).isRefusedBy(Rule.LINK_INVALID);
      sent.when(PF.accept(byLink(1, TOO_LATE))).isRefusedBy(Rule.LINK_INVALID);
      sent.given(expired).when(PF.accept(byLink(1, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      negotiating.when(PF.accept(byLink(1, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      draft.when(PF.accept(byLink(1, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      negotiating
          .given(PF.revised(2), PF.sent(2))
          .when(PF.accept(byLink(1, SENT_AT)))
          .isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void theAdvocateIsToldWhyNot() {
      draft.when(PF.accept(recorded(SENT_AT))).isRefusedBy(Rule.PRO_FORMA_NOT_SENT);
      sent.when(PF.accept(recorded(TOO_LATE))).isRefusedBy(Rule.PRO_FORMA_EXPIRED);
      sent.given(expired).when(PF.accept(recorded(SENT_AT))).isRefusedBy(Rule.PRO_FORMA_EXPIRED);
    }
  }

  @Nested
  class DecliningAndAskingForChanges {
    private DeclineProForma decline(Answer answer) {
      return new DeclineProForma(PF.id(), PF.tenant(), answer, sealed("too dear"));
    }

    private RequestProFormaChanges changes(Answer answer) {
      return new RequestProFormaChanges(PF.id(), PF.tenant(), answer, sealed("note"));
    }

    private final ProFormaDeclined declined =
        new ProFormaDeclined(PF.id(), sealed("too dear"), Channel.PUBLIC_LINK, "attorney", SENT_AT);

    @Test
    void aSentOfferIsDeclined() {
      sent.when(decline(byLink(1, SENT_AT))).publishes(declined);
    }

    @Test
    void decliningAgainWithoutAReasonChangesNothing() {
      DeclineProForma bare = new DeclineProForma(PF.id(), PF.tenant(), byLink(1, TOO_LATE), null);

      sent.given(declined).when(bare).changesNothing();
    }

    @Test
    void aReasonThatComesAfterwardsIsRefusedRatherThanDropped() {
      sent.given(declined).when(decline(byLink(1, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      sent.given(
              new ProFormaDeclined(
                  PF.id(), null, Channel.RECORDED_BY_ADVOCATE, recorded(SENT_AT).by(), SENT_AT))
          .when(decline(recorded(SENT_AT)))
          .isRefusedBy(Rule.PRO_FORMA_ALREADY_ANSWERED);
    }

    @Test
    void decliningIsRefusedAsAcceptingIs() {
      sent.when(decline(byLink(9, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      sent.when(decline(byLink(1, TOO_LATE))).isRefusedBy(Rule.LINK_INVALID);
      sent.when(decline(recorded(TOO_LATE))).isRefusedBy(Rule.PRO_FORMA_EXPIRED);
      draft.when(decline(recorded(SENT_AT))).isRefusedBy(Rule.PRO_FORMA_NOT_SENT);
      sent.given(PF.accepted(1, byLink(1, SENT_AT)))
          .when(decline(recorded(SENT_AT)))
          .isRefusedBy(Rule.PRO_FORMA_ALREADY_ANSWERED);
      sent.given(declined).when(PF.accept(byLink(1, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void changesAreAskedFor() {
      sent.when(changes(byLink(1, SENT_AT))).publishes(changesWanted);
    }

    @Test
    void askingAgainIsRefusedRatherThanDropped() {
      negotiating.when(changes(byLink(1, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      negotiating.when(changes(recorded(SENT_AT))).isRefusedBy(Rule.PRO_FORMA_NOT_SENT);
    }

    @Test
    void changesOfTheNextOfferAreAskedForAnew() {
      negotiating
          .given(PF.revised(2), PF.sent(2))
          .when(changes(byLink(2, SENT_AT)))
          .publishes(changesWanted);
    }

    @Test
    void askingIsRefusedAsAcceptingIs() {
      sent.when(changes(byLink(9, SENT_AT))).isRefusedBy(Rule.LINK_INVALID);
      sent.when(changes(byLink(1, TOO_LATE))).isRefusedBy(Rule.LINK_INVALID);
      sent.when(changes(recorded(TOO_LATE))).isRefusedBy(Rule.PRO_FORMA_EXPIRED);
      draft.when(changes(recorded(SENT_AT))).isRefusedBy(Rule.PRO_FORMA_NOT_SENT);
      sent.given(declined)
          .when(changes(recorded(SENT_AT)))
          .isRefusedBy(Rule.PRO_FORMA_ALREADY_ANSWERED);
    }
  }
}
