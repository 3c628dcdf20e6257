package za.lexohub.domain.proforma;

import static za.lexohub.domain.Samples.disbursement;
import static za.lexohub.domain.Samples.fee;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.proforma.ProFormas.LAST_MOMENT;
import static za.lexohub.domain.proforma.ProFormas.NOT_ERASED;
import static za.lexohub.domain.proforma.ProFormas.QUOTE_DATE;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.TOO_LATE;
import static za.lexohub.domain.proforma.ProFormas.VALID_UNTIL;
import static za.lexohub.domain.proforma.ProFormas.byLink;
import static za.lexohub.domain.proforma.ProFormas.recorded;
import static za.lexohub.domain.proforma.ProFormas.respondHash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaCommands.ExpireProForma;
import za.lexohub.messages.proforma.ProFormaCommands.ExtendProForma;
import za.lexohub.messages.proforma.ProFormaCommands.ReviseProForma;
import za.lexohub.messages.proforma.ProFormaCommands.SendProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;

/** How an offer is changed, sent and ended by whoever makes it. */
class ProFormaTest extends OfferSpecification {
  @Nested
  class Revising {
    private final List<OfferedLine> cheaper = List.of(fee(2_000_000), disbursement(250_000));

    private ReviseProForma revise(List<OfferedLine> lines, LocalDate until, LocalDate today) {
      return new ReviseProForma(PF.id(), PF.tenant(), sealed("revised"), lines, until, today);
    }

    @Test
    void replacesTheOfferOfADraft() {
      Offer offer = PF.charging(fee(2_000_000), disbursement(250_000)).offer();

      draft
          .when(revise(cheaper, VALID_UNTIL, QUOTE_DATE))
          .publishes(new ProFormaRevised(PF.id(), 2, sealed("revised"), offer, VALID_UNTIL));
    }

    @Test
    void ofWhatIsBeingNegotiatedMakesTheNextRevision() {
      negotiating.given(PF.revised(2)).when(PF.revise()).publishes(PF.revised(3));
    }

    @Test
    void onAnExemptMatterStaysWithoutVat() {
      ProFormas onExempt = PF.on(EXEMPT.id());
      Offer untaxed = onExempt.offer(QUOTE_DATE, true);

      Specification.of(ProForma.class, QUOTES, NOT_ERASED)
          .given(onExempt.drafted("PF-2026-0001", untaxed))
          .when(PF.revise())
          .publishes(new ProFormaRevised(PF.id(), 2, sealed("revised"), untaxed, VALID_UNTIL));
    }

    @Test
    void isRefusedOnceSentOrAnswered() {
      sent.when(PF.revise()).isRefusedBy(Rule.PRO_FORMA_NOT_REVISABLE);
      sent.given(PF.accepted(1, byLink(1, SENT_AT)))
          .when(PF.revise())
          .isRefusedBy(Rule.PRO_FORMA_NOT_REVISABLE);
    }

    @Test
    void needsALineAValidityBeyondTheQuoteDateAndBeyondToday() {
      draft.when(revise(List.of(), VALID_UNTIL, QUOTE_DATE)).isRefusedBy(Rule.NOTHING_TO_CHARGE);
      draft
          .when(revise(cheaper, QUOTE_DATE, QUOTE_DATE))
          .isRefusedBy(Rule.VALIDITY_NOT_AFTER_QUOTE_DATE);
      draft.when(revise(cheaper, VALID_UNTIL, VALID_UNTIL)).isRefusedBy(Rule.EXPIRY_NOT_IN_FUTURE);
    }

    @Test
    void anAbsurdTotalIsRefused() {
      List<OfferedLine> absurd =
          java.util.Collections.nCopies(1_001, fee(OfferedLine.MAX_RATE.amount()));

      draft.when(revise(absurd, VALID_UNTIL, QUOTE_DATE)).isRefusedBy(Rule.TOTAL_TOO_LARGE);
    }
  }

  @Nested
  class Sending {
    @Test
    void putsADraftBeforeTheAttorney() {
      draft.when(PF.send(1)).publishes(PF.sent(1));
    }

    @Test
    void againWithTheSameLinkChangesNothing() {
      sent.when(PF.send(1)).changesNothing();
    }

    @Test
    void aRevisionMadeWhileNegotiatingIsSentWithALinkOfItsOwn() {
      negotiating.given(PF.revised(2)).when(PF.send(2)).publishes(PF.sent(2));
    }

    @Test
    void withoutARevisionThereIsNothingNewToSend() {
      negotiating.when(PF.send(2)).isRefusedBy(Rule.PRO_FORMA_NOT_DRAFT);
      sent.when(new SendProForma(PF.id(), PF.tenant(), "other", 1, SENT_AT))
          .isRefusedBy(Rule.PRO_FORMA_NOT_DRAFT);
    }

    @Test
    void theLinkMustBeOfThisRevision() {
      draft.when(PF.send(2)).isRefusedBy(Rule.LINK_GENERATION_STALE);
    }

    @Test
    void onItsLastDayIsTooLate() {
      Instant lastDay =
          VALID_UNTIL.atStartOfDay(za.lexohub.messages.practice.BusinessTime.ZONE).toInstant();

      draft
          .when(new SendProForma(PF.id(), PF.tenant(), respondHash(1), 1, lastDay))
          .isRefusedBy(Rule.EXPIRY_NOT_IN_FUTURE);
      draft
          .when(new SendProForma(PF.id(), PF.tenant(), respondHash(1), 1, lastDay.minusMillis(1)))
          .publishes(
              new za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent(
                  PF.id(),
                  1,
                  PF.attorney(),
                  respondHash(1),
                  1,
                  PF.offer().totals().total(),
                  VALID_UNTIL,
                  lastDay.minusMillis(1)));
    }

    @Test
    void anAttorneyWithoutAnAddressCannotGetIt() {
      ProFormaDrafted drafted = PF.drafted();
      ProFormaDrafted unreachable =
          new ProFormaDrafted(
              PF.id(),
              PF.tenant(),
              drafted.quoteNumber(),
              null,
              drafted.client(),
              Samples.unreachable("attorney"),
              drafted.wording(),
              drafted.matterType(),
              drafted.offer(),
              QUOTE_DATE,
              VALID_UNTIL);

      Specification.of(ProForma.class, NOT_ERASED)
          .given(unreachable)
          .when(PF.send(1))
          .isRefusedBy(Rule.RECIPIENT_WITHOUT_EMAIL);
    }

    @Test
    void anOfferThatRoundsToNothingIsNotSent() {
      OfferedLine dust =
          new OfferedLine(
              za.lexohub.messages.money.LineKind.FEE,
              null,
              new java.math.BigDecimal("0.1"),
              za.lexohub.messages.money.Money.cents(1),
              za.lexohub.messages.money.VatTreatment.STANDARD);

      Specification.of(ProForma.class, NOT_ERASED)
          .given(PF.charging(dust).drafted())
          .when(PF.send(1))
          .isRefusedBy(Rule.NOTHING_TO_CHARGE);
    }
  }

  @Nested
  class ExpiringAndExtending {
    private final LocalDate newDay = VALID_UNTIL.plusDays(14);
    private final ProFormaExtended extended =
        new ProFormaExtended(PF.id(), ExpiryPhase.OFFER, null, newDay);

    private ExpireProForma expire(Instant at) {
      return new ExpireProForma(PF.id(), PF.tenant(), at);
    }

    private ExtendProForma extend(LocalDate day) {
      return new ExtendProForma(PF.id(), PF.tenant(), day, TOO_LATE);
    }

    @Test
    void anUnansweredOfferExpiresWhenItsLastDayIsOver() {
      sent.when(expire(TOO_LATE)).publishes(expired);
      negotiating.when(expire(TOO_LATE)).publishes(expired);
    }

    @Test
    void nothingElseExpires() {
      sent.when(expire(LAST_MOMENT)).changesNothing();
      draft.when(expire(TOO_LATE)).changesNothing();
      sent.given(expired).when(expire(TOO_LATE)).changesNothing();
      sent.given(PF.accepted(1, byLink(1, SENT_AT))).when(expire(TOO_LATE)).changesNothing();
    }

    @Test
    void anExtendedOfferIsOpenAgainByTheSameLink() {
      Answer late = byLink(1, TOO_LATE);

      sent.given(expired).when(extend(newDay)).publishes(extended);
      sent.given(expired, extended).when(PF.accept(late)).publishes(PF.accepted(1, late));
      sent.given(expired, extended).when(extend(newDay)).changesNothing();
    }

    @Test
    void anExtendedNegotiationGoesOn() {
      negotiating
          .given(expired, extended)
          .when(PF.accept(recorded(TOO_LATE)))
          .isRefusedBy(Rule.PRO_FORMA_NOT_SENT);
    }

    @Test
    void theNewDayMustNotBeOverAndOnlyWhatHasExpiredIsExtended() {
      sent.given(expired).when(extend(VALID_UNTIL)).isRefusedBy(Rule.EXPIRY_NOT_IN_FUTURE);
      sent.when(extend(newDay)).isRefusedBy(Rule.PRO_FORMA_NOT_EXPIRED);
    }
  }
}
