package za.lexohub.domain.agreement;

import static za.lexohub.domain.Samples.party;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.Samples.unreachable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementCommands.*;
import za.lexohub.messages.agreement.AgreementCommands.RecordPaperSignature;
import za.lexohub.messages.agreement.AgreementEvents.*;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.proforma.Channel;

class AgreementTest {
  private static final AgreementId ID = AgreementId.random();
  private static final MatterId MATTER = MatterId.random();
  private static final TenantId JHB = Samples.JHB;
  private static final AttachmentId SCAN = AttachmentId.random();
  private static final Instant AT = Instant.parse("2026-09-07T09:00:00Z");
  private static final Instant END = AT.plus(Duration.ofDays(14));
  private static final Party CLIENT = party("client");

  private final Specification<Agreement> unborn = Specification.of(Agreement.class);
  private final AgreementNotificationRequested firstMail =
      new AgreementNotificationRequested(ID, "engagement-link", 1);
  private final AgreementSent firstSent = new AgreementSent(ID, CLIENT, "h1", 1, END, AT);
  private final AgreementSignedByClient signedByLink =
      new AgreementSignedByClient(ID, sealed("N Dlamini"), Channel.PUBLIC_LINK, AT);
  private final AgreementCountersigned countersigned = new AgreementCountersigned(ID, "thandi", AT);
  private final AgreementCancelled cancelled = new AgreementCancelled(ID, sealed("no brief"));

  private final Specification<Agreement> draft = unborn.given(drafted(CLIENT));
  private final Specification<Agreement> sent = draft.given(firstSent, firstMail);
  private final Specification<Agreement> signed = sent.given(signedByLink);
  private final Specification<Agreement> bound = signed.given(countersigned);

  private static AgreementDrafted drafted(Party client) {
    return new AgreementDrafted(ID, JHB, MATTER, null, client, sealed("terms"));
  }

  private static SendAgreement send(String hash, int generation) {
    return new SendAgreement(ID, JHB, hash, generation, END, AT);
  }

  private static SignAgreement sign(String hash, Instant at) {
    return new SignAgreement(ID, JHB, hash, sealed("N Dlamini"), Channel.PUBLIC_LINK, at);
  }

  @Nested
  class Sending {
    @Test
    void givesTheClientALinkAndAMail() {
      draft.when(send("h1", 1)).publishes(firstSent, firstMail);
    }

    @Test
    void againMakesANewLinkAndMailsIt() {
      sent.when(send("h2", 2))
          .publishes(
              new AgreementSent(ID, CLIENT, "h2", 2, END, AT),
              new AgreementNotificationRequested(ID, "engagement-link", 2));
    }

    @Test
    void theSameLinkTwiceChangesNothing() {
      sent.when(send("h1", 1)).changesNothing();
    }

    @Test
    void isRefusedWhenSignedOrCancelled() {
      signed.when(send("h2", 2)).isRefusedBy(Rule.AGREEMENT_NOT_DRAFT);
      bound.when(send("h2", 2)).isRefusedBy(Rule.AGREEMENT_NOT_DRAFT);
      draft.given(cancelled).when(send("h1", 1)).isRefusedBy(Rule.AGREEMENT_NOT_DRAFT);
    }

    @Test
    void isRefusedForAnotherGenerationThanTheNext() {
      draft.when(send("h2", 2)).isRefusedBy(Rule.LINK_GENERATION_STALE);
      sent.when(send("h3", 3)).isRefusedBy(Rule.LINK_GENERATION_STALE);
    }

    @Test
    void isRefusedWhenItWouldHaveExpired() {
      draft
          .when(new SendAgreement(ID, JHB, "h1", 1, AT, AT))
          .isRefusedBy(Rule.EXPIRY_NOT_IN_FUTURE);
    }

    @Test
    void isRefusedToAClientWithoutAnAddress() {
      unborn
          .given(drafted(unreachable("client")))
          .when(send("h1", 1))
          .isRefusedBy(Rule.RECIPIENT_WITHOUT_EMAIL);
    }
  }

  @Nested
  class Signing {
    @Test
    void isTheClientsByTheLiveLink() {
      sent.when(sign("h1", AT)).publishes(signedByLink);
    }

    @Test
    void twiceChangesNothingHoweverLate() {
      signed.when(sign("h1", END.plusSeconds(1))).changesNothing();
      bound.when(sign("h1", AT)).changesNothing();
    }

    @Test
    void isRefusedByAnyOtherLink() {
      sent.when(sign("other", AT)).isRefusedBy(Rule.LINK_INVALID);
      draft.when(sign("h1", AT)).isRefusedBy(Rule.LINK_INVALID);
      signed.when(sign("other", AT)).isRefusedBy(Rule.LINK_INVALID);
      sent.given(new AgreementSent(ID, CLIENT, "h2", 2, END, AT))
          .when(sign("h1", AT))
          .isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void isRefusedWhenTheLinkHasExpired() {
      sent.when(sign("h1", END)).isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void isRefusedWhenItIsCancelled() {
      sent.given(cancelled).when(sign("h1", AT)).isRefusedBy(Rule.LINK_INVALID);
      signed.given(cancelled).when(sign("h1", AT)).isRefusedBy(Rule.LINK_INVALID);
    }

    @Test
    void onPaperIsRecordedByTheAdvocateWhileItIsSent() {
      SignAgreement onPaper =
          new SignAgreement(ID, JHB, null, sealed("N Dlamini"), Channel.RECORDED_BY_ADVOCATE, END);

      sent.when(onPaper)
          .publishes(
              new AgreementSignedByClient(
                  ID, sealed("N Dlamini"), Channel.RECORDED_BY_ADVOCATE, END));
      draft.when(onPaper).isRefusedBy(Rule.AGREEMENT_NOT_SENT);
      signed.when(onPaper).isRefusedBy(Rule.AGREEMENT_NOT_SENT);
    }
  }

  @Nested
  class Countersigning {
    private final CountersignAgreement countersign =
        new CountersignAgreement(ID, JHB, "thandi", AT);

    @Test
    void followsTheClient() {
      signed.when(countersign).publishes(countersigned);
      bound.when(countersign).changesNothing();
    }

    @Test
    void isRefusedBeforeTheClientHasSigned() {
      draft.when(countersign).isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
      sent.when(countersign).isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
      signed.given(cancelled).when(countersign).isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
    }
  }

  @Nested
  class Cancelling {
    private final CancelAgreement cancel = new CancelAgreement(ID, JHB, sealed("no brief"));

    @Test
    void endsWhatDoesNotBindYet() {
      draft.when(cancel).publishes(cancelled);
      sent.when(cancel).publishes(cancelled);
      signed.when(cancel).publishes(cancelled);
      draft.given(cancelled).when(cancel).changesNothing();
    }

    @Test
    void isRefusedWhenBothHaveSigned() {
      bound.when(cancel).isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
    }
  }

  @Nested
  class Mailing {
    private final RequestAgreementNotification again =
        new RequestAgreementNotification(ID, JHB, "engagement-link");

    @Test
    void isOneMoreEveryTimeWhileTheClientMaySign() {
      sent.when(again).publishes(new AgreementNotificationRequested(ID, "engagement-link", 2));
      draft.when(again).isRefusedBy(Rule.AGREEMENT_NOT_SENT);
      signed.when(again).isRefusedBy(Rule.AGREEMENT_NOT_SENT);
      sent.given(cancelled).when(again).isRefusedBy(Rule.AGREEMENT_NOT_SENT);
    }

    @Test
    void isRecordedOnceAndOnlyWhenItWasAskedFor() {
      RecordAgreementNotification record =
          new RecordAgreementNotification(ID, JHB, "engagement-link", 1, "m1");
      AgreementNotificationSent done =
          new AgreementNotificationSent(ID, "engagement-link", 1, "m1");

      sent.when(record).publishes(done);
      sent.given(done).when(record).changesNothing();
      draft.when(record).changesNothing();
    }

    @Test
    void isGivenUpOnceAndALateSuccessStillCounts() {
      RecordAgreementNotificationFailure giveUp =
          new RecordAgreementNotificationFailure(ID, JHB, "engagement-link", 1, "away");
      AgreementNotificationFailed failed =
          new AgreementNotificationFailed(ID, "engagement-link", 1, "away");

      sent.when(giveUp).publishes(failed);
      sent.given(failed).when(giveUp).changesNothing();
      sent.given(failed)
          .when(new RecordAgreementNotification(ID, JHB, "engagement-link", 1, "m1"))
          .publishes(new AgreementNotificationSent(ID, "engagement-link", 1, "m1"));
    }

    @Test
    void isNoConflictForWhoHasReadTheAgreementBefore() {
      sent.whenVersionIsExpected(2, new CancelAgreement(ID, JHB, sealed("no brief")))
          .publishes(cancelled);
      sent.whenVersionIsExpected(1, new CancelAgreement(ID, JHB, sealed("no brief")))
          .conflictsWithVersion(3);
    }
  }

  @Test
  void anotherTenantFindsNothing() {
    draft.when(new CancelAgreement(ID, Samples.STRANGER, sealed("no brief"))).findsNothing();
  }

  private static RecordPaperSignature onPaper(String day) {
    return new RecordPaperSignature(
        ID, JHB, sealed("N Dlamini"), LocalDate.parse(day), SCAN, "thandi", AT);
  }

  private static AgreementSignedOnPaper signedOnPaper(String day) {
    return new AgreementSignedOnPaper(
        ID, sealed("N Dlamini"), LocalDate.parse(day), SCAN, "thandi", AT);
  }

  @Test
  void aPaperWithBothSignaturesBindsFromWhereverItStands() {
    for (Specification<Agreement> open : List.of(draft, sent, signed)) {
      open.when(onPaper("2026-09-07")).publishes(signedOnPaper("2026-09-07"));
      open.given(signedOnPaper("2026-09-07")).when(onPaper("2026-09-07")).changesNothing();
    }
  }

  @Test
  void whatBindsAlreadyOrWasCancelledIsNotSignedOnPaper() {
    bound.when(onPaper("2026-09-07")).isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
    draft.given(cancelled).when(onPaper("2026-09-07")).isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
    RecordPaperSignature another =
        new RecordPaperSignature(
            ID,
            JHB,
            sealed("N Dlamini"),
            LocalDate.parse("2026-09-07"),
            AttachmentId.random(),
            "thandi",
            AT);
    draft.given(signedOnPaper("2026-09-07")).when(another).isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
  }

  @Test
  void noPaperWasSignedTomorrow() {
    draft.when(onPaper("2026-09-08")).isRefusedBy(Rule.SIGNATURE_DATE_IN_FUTURE);
  }

  @Test
  void whatWasSignedOnPaperIsNotCancelledAndItsLinkIsDead() {
    Specification<Agreement> paper = sent.given(signedOnPaper("2026-09-07"));
    paper
        .when(new CancelAgreement(ID, JHB, sealed("no brief")))
        .isRefusedBy(Rule.AGREEMENT_NOT_SIGNABLE);
    paper
        .when(new SignAgreement(ID, JHB, "h1", sealed("N Dlamini"), Channel.PUBLIC_LINK, AT))
        .isRefusedBy(Rule.LINK_INVALID);
  }
}
