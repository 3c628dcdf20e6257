package za.lexohub.domain.proforma;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.proforma.ProFormas.LINK_ENDS;
import static za.lexohub.domain.proforma.ProFormas.NOT_ERASED;
import static za.lexohub.domain.proforma.ProFormas.REQUESTED_AT;
import static za.lexohub.domain.proforma.ProFormas.SUBMIT_HASH;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaCommands.ExpireProForma;
import za.lexohub.messages.proforma.ProFormaCommands.ExtendProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RegenerateProFormaLink;
import za.lexohub.messages.proforma.ProFormaCommands.RejectProFormaRequest;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProForma;
import za.lexohub.messages.proforma.ProFormaCommands.WithdrawProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestRejected;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;

class ProFormaRequestTest {
  private static final ProFormas PF = proForma();
  private static final Instant IN_TIME = LINK_ENDS.minusMillis(1);
  private static final Instant NEW_END = LINK_ENDS.plusSeconds(86_400);

  private final Specification<ProForma> nothing =
      Specification.of(ProForma.class, Samples.PRACTICES, NOT_ERASED);
  private final Specification<ProForma> requested = nothing.given(PF.requested());
  private final Specification<ProForma> submitted = requested.given(PF.submitted(IN_TIME));

  private static RegenerateProFormaLink regenerate(String hash, int generation, Instant end) {
    return new RegenerateProFormaLink(PF.id(), PF.tenant(), hash, generation, end, REQUESTED_AT);
  }

  private static ProFormaLinkRegenerated regenerated(String hash, int generation, Instant end) {
    return new ProFormaLinkRegenerated(PF.id(), hash, generation, end);
  }

  @Nested
  class Requesting {
    @Test
    void issuesTheFirstLink() {
      nothing.when(PF.request()).publishes(PF.requested());
    }

    @Test
    void againWithTheSameLinkChangesNothingHoweverFarItHasCome() {
      requested.when(PF.request()).changesNothing();
      submitted.given(PF.drafted(), PF.sent(1)).when(PF.request()).changesNothing();
    }

    @Test
    void overSomethingElseIsRefused() {
      nothing.given(PF.drafted()).when(PF.request()).isRefusedBy(Rule.PRO_FORMA_NOT_REQUESTED);
    }

    @Test
    void isRefusedToATenantWithoutAPractice() {
      nothing.when(PF.of(Samples.NOBODY).request()).isRefusedBy(Rule.PRACTICE_UNKNOWN);
    }

    @Test
    void needsAnEndInTheFuture() {
      RequestProForma past =
          new RequestProForma(
              PF.id(),
              PF.tenant(),
              PF.client(),
              Samples.sealed("request"),
              "commercial",
              PF.request().urgency(),
              PF.request().requestedAction(),
              SUBMIT_HASH,
              REQUESTED_AT,
              REQUESTED_AT);

      nothing.when(past).isRefusedBy(Rule.EXPIRY_NOT_IN_FUTURE);
    }

    @Test
    void anotherTenantsIdIsNotFound() {
      requested.when(PF.of(Samples.STRANGER).request()).findsNothing();
    }
  }

  @Nested
  class Regenerating {
    @Test
    void replacesTheLink() {
      requested
          .when(regenerate("submit-2", 2, NEW_END))
          .publishes(regenerated("submit-2", 2, NEW_END));
    }

    @Test
    void againWithTheSameLinkChangesNothing() {
      requested
          .given(regenerated("submit-2", 2, NEW_END))
          .when(regenerate("submit-2", 2, NEW_END))
          .changesNothing();
    }

    @Test
    void takesOnlyTheNextGeneration() {
      requested.when(regenerate("x", 3, NEW_END)).isRefusedBy(Rule.LINK_GENERATION_STALE);
      requested.when(regenerate("x", 1, NEW_END)).isRefusedBy(Rule.LINK_GENERATION_STALE);
    }

    @Test
    void isRefusedToATenantWithoutAPractice() {
      nothing.when(PF.of(Samples.NOBODY).request()).isRefusedBy(Rule.PRACTICE_UNKNOWN);
    }

    @Test
    void needsAnEndInTheFuture() {
      requested.when(regenerate("x", 2, REQUESTED_AT)).isRefusedBy(Rule.EXPIRY_NOT_IN_FUTURE);
    }

    @Test
    void isRefusedOnceSubmitted() {
      submitted.when(regenerate("x", 2, NEW_END)).isRefusedBy(Rule.PRO_FORMA_NOT_REQUESTED);
    }
  }

  @Nested
  class Submitting {
    @Test
    void withTheLiveLinkInTime() {
      requested.when(PF.submit(SUBMIT_HASH, IN_TIME)).publishes(PF.submitted(IN_TIME));
    }

    @Test
    void withAnUnknownLinkIsRefused() {
      requested.when(PF.submit("unknown", IN_TIME)).isRefusedBy(Rule.LINK_INVALID);
      nothing
          .given(PF.drafted())
          .when(PF.submit(SUBMIT_HASH, IN_TIME))
          .isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void withAReplacedLinkIsRefused() {
      Specification<ProForma> replaced = requested.given(regenerated("submit-2", 2, NEW_END));

      replaced.when(PF.submit(SUBMIT_HASH, IN_TIME)).isRefusedBy(Rule.LINK_INVALID);
      replaced.when(PF.submit("submit-2", LINK_ENDS)).publishes(PF.submitted(LINK_ENDS));
    }

    @Test
    void aSecondTimeIsRefused() {
      submitted.when(PF.submit(SUBMIT_HASH, IN_TIME)).isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void afterTheEndIsRefusedEvenBeforeTheDeadlineHasFired() {
      requested.when(PF.submit(SUBMIT_HASH, LINK_ENDS)).isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void isRefusedWhenExpiredOrWithdrawn() {
      requested
          .given(new ProFormaExpired(PF.id(), ExpiryPhase.REQUEST, LINK_ENDS))
          .when(PF.submit(SUBMIT_HASH, IN_TIME))
          .isRefusedBy(Rule.LINK_INVALID);
      requested
          .given(new ProFormaWithdrawn(PF.id(), null))
          .when(PF.submit(SUBMIT_HASH, IN_TIME))
          .isRefusedBy(Rule.LINK_INVALID);
    }
  }

  @Nested
  class Rejecting {
    private final RejectProFormaRequest reject =
        new RejectProFormaRequest(PF.id(), PF.tenant(), sealed("conflict of interest"));
    private final ProFormaRequestRejected rejected =
        new ProFormaRequestRejected(PF.id(), sealed("conflict of interest"));

    @Test
    void endsASubmittedRequest() {
      submitted.when(reject).publishes(rejected);
    }

    @Test
    void againChangesNothing() {
      submitted.given(rejected).when(reject).changesNothing();
    }

    @Test
    void isRefusedUnlessSubmitted() {
      requested.when(reject).isRefusedBy(Rule.PRO_FORMA_NOT_SUBMITTED);
      submitted.given(PF.drafted()).when(reject).isRefusedBy(Rule.PRO_FORMA_NOT_SUBMITTED);
    }
  }

  @Nested
  class ExpiringAndExtending {
    private final ProFormaExpired expired =
        new ProFormaExpired(PF.id(), ExpiryPhase.REQUEST, LINK_ENDS);
    private final LocalDate newDay = LocalDate.of(2026, 9, 20);
    private final Instant newEnd = BusinessTime.startOf(newDay.plusDays(1));

    private ExpireProForma expire(Instant at) {
      return new ExpireProForma(PF.id(), PF.tenant(), at);
    }

    private ExtendProForma extend(LocalDate day, Instant at) {
      return new ExtendProForma(PF.id(), PF.tenant(), day, at);
    }

    @Test
    void anOpenRequestExpiresAtItsEnd() {
      requested.when(expire(LINK_ENDS)).publishes(expired);
    }

    @Test
    void beforeItsEndOrOnceSubmittedNothingExpires() {
      requested.when(expire(IN_TIME)).changesNothing();
      submitted.when(expire(LINK_ENDS)).changesNothing();
      requested.given(expired).when(expire(LINK_ENDS)).changesNothing();
    }

    @Test
    void aDeadlineOfTheOldEndComesToNothingAfterAnExtension() {
      requested
          .given(expired, new ProFormaExtended(PF.id(), ExpiryPhase.REQUEST, newEnd, null))
          .when(expire(LINK_ENDS))
          .changesNothing();
    }

    @Test
    void anExpiredRequestIsOpenAgainThroughTheNewDay() {
      ProFormaExtended extended = new ProFormaExtended(PF.id(), ExpiryPhase.REQUEST, newEnd, null);

      requested.given(expired).when(extend(newDay, LINK_ENDS)).publishes(extended);
      requested
          .given(expired, extended)
          .when(PF.submit(SUBMIT_HASH, newEnd.minusMillis(1)))
          .publishes(PF.submitted(newEnd.minusMillis(1)));
      requested.given(expired, extended).when(extend(newDay, LINK_ENDS)).changesNothing();
    }

    @Test
    void theNewDayMustNotBeOver() {
      requested.given(expired).when(extend(newDay, newEnd)).isRefusedBy(Rule.EXPIRY_NOT_IN_FUTURE);
    }

    @Test
    void onlyWhatHasExpiredIsExtended() {
      requested.when(extend(newDay, LINK_ENDS)).isRefusedBy(Rule.PRO_FORMA_NOT_EXPIRED);
    }
  }

  @Nested
  class Withdrawing {
    private final WithdrawProForma withdraw =
        new WithdrawProForma(PF.id(), PF.tenant(), sealed("not needed"));
    private final ProFormaWithdrawn withdrawn =
        new ProFormaWithdrawn(PF.id(), sealed("not needed"));

    @Test
    void takesBackARequestOrADraft() {
      requested.when(withdraw).publishes(withdrawn);
      submitted.given(PF.drafted()).when(withdraw).publishes(withdrawn);
    }

    @Test
    void againChangesNothing() {
      requested.given(withdrawn).when(withdraw).changesNothing();
    }

    @Test
    void isRefusedOnceSubmittedOrSent() {
      submitted.when(withdraw).isRefusedBy(Rule.PRO_FORMA_NOT_WITHDRAWABLE);
      submitted
          .given(PF.drafted(), PF.sent(1))
          .when(withdraw)
          .isRefusedBy(Rule.PRO_FORMA_NOT_WITHDRAWABLE);
    }
  }
}
