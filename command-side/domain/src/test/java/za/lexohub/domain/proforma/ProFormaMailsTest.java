package za.lexohub.domain.proforma;

import static za.lexohub.domain.Samples.party;
import static za.lexohub.domain.Samples.unreachable;
import static za.lexohub.domain.proforma.ProFormas.LAST_MOMENT;
import static za.lexohub.domain.proforma.ProFormas.LINK_ENDS;
import static za.lexohub.domain.proforma.ProFormas.REQUESTED_AT;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.TOO_LATE;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.proforma.ProFormaCommands.MailProFormaLink;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMail;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMailFailure;
import za.lexohub.messages.proforma.ProFormaCommands.ResendProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.messages.proforma.ProFormaId;

/** The mails that a person has sent besides the first of each revision. */
class ProFormaMailsTest {
  private static final ProFormas PF = proForma();
  private static final ProFormaId ID = PF.id();
  private static final TenantId JHB = PF.tenant();
  private static final Party ATTORNEY = party("attorney to be");

  private final Specification<ProForma> requested =
      Specification.of(ProForma.class).given(PF.requested());
  private final Specification<ProForma> sent =
      Specification.of(ProForma.class).given(PF.drafted(), PF.sent(1));
  private final ProFormaLinkSent linkSent = new ProFormaLinkSent(ID, 1, 1, ATTORNEY, REQUESTED_AT);
  private final ProFormaResent resent = new ProFormaResent(ID, 1, 1, SENT_AT);
  private final RecordProFormaMail taken = new RecordProFormaMail(ID, JHB, 1, "message");
  private final RecordProFormaMailFailure refused =
      new RecordProFormaMailFailure(ID, JHB, 1, "no such address");

  private static MailProFormaLink mail(Party to, Instant at) {
    return new MailProFormaLink(ID, JHB, to, at);
  }

  private static ResendProForma resend(Instant at) {
    return new ResendProForma(ID, JHB, at);
  }

  @Test
  void theLiveLinkIsMailedAsOftenAsAsked() {
    requested.when(mail(ATTORNEY, REQUESTED_AT)).publishes(linkSent);
    requested
        .given(linkSent, new ProFormaLinkRegenerated(ID, "submit-2", 2, LINK_ENDS))
        .when(mail(ATTORNEY, REQUESTED_AT))
        .publishes(new ProFormaLinkSent(ID, 2, 2, ATTORNEY, REQUESTED_AT));
  }

  @Test
  void onlyALinkThatWorksIsMailed() {
    requested.when(mail(ATTORNEY, LINK_ENDS)).isRefusedBy(Rule.PRO_FORMA_EXPIRED);
    requested
        .given(PF.submitted(REQUESTED_AT))
        .when(mail(ATTORNEY, REQUESTED_AT))
        .isRefusedBy(Rule.PRO_FORMA_NOT_REQUESTED);
    requested
        .given(new ProFormaWithdrawn(ID, null))
        .when(mail(ATTORNEY, REQUESTED_AT))
        .isRefusedBy(Rule.PRO_FORMA_NOT_REQUESTED);
    sent.when(mail(ATTORNEY, SENT_AT)).isRefusedBy(Rule.PRO_FORMA_NOT_REQUESTED);
  }

  @Test
  void whoHasNoAddressGetsNoLink() {
    requested
        .when(mail(unreachable("attorney"), REQUESTED_AT))
        .isRefusedBy(Rule.RECIPIENT_WITHOUT_EMAIL);
  }

  @Test
  void aQuoteIsMailedAgainAsLongAsItAwaitsItsAnswer() {
    sent.when(resend(SENT_AT)).publishes(resent);
    sent.given(resent)
        .when(resend(LAST_MOMENT))
        .publishes(new ProFormaResent(ID, 1, 2, LAST_MOMENT));
    sent.when(resend(TOO_LATE)).isRefusedBy(Rule.PRO_FORMA_EXPIRED);
  }

  @Test
  void whatWasNeverSentIsNotSentAgain() {
    Specification.of(ProForma.class)
        .given(PF.drafted())
        .when(resend(SENT_AT))
        .isRefusedBy(Rule.PRO_FORMA_NOT_SENT);
    requested.when(resend(REQUESTED_AT)).isRefusedBy(Rule.PRO_FORMA_NOT_SENT);
  }

  @Test
  void whatBecameOfAMailIsRecordedOnce() {
    ProFormaMailSent mailSent = new ProFormaMailSent(ID, 1, 1, "pro-forma", "message");
    ProFormaMailFailed mailFailed =
        new ProFormaMailFailed(ID, 1, 1, "pro-forma", "no such address");
    sent.when(taken).changesNothing();
    sent.when(refused).changesNothing();
    sent.given(resent).when(taken).publishes(mailSent);
    sent.given(resent, mailSent).when(taken).changesNothing();
    sent.given(resent, mailSent).when(refused).changesNothing();
    sent.given(resent).when(refused).publishes(mailFailed);
    sent.given(resent, mailFailed).when(refused).changesNothing();
    requested
        .given(linkSent)
        .when(taken)
        .publishes(new ProFormaMailSent(ID, 1, 0, "pro-forma-link", "message"));
  }

  @Test
  void anotherTenantFindsNothing() {
    requested
        .when(new MailProFormaLink(ID, Samples.STRANGER, ATTORNEY, REQUESTED_AT))
        .findsNothing();
    sent.when(new ResendProForma(ID, Samples.STRANGER, SENT_AT)).findsNothing();
  }
}
