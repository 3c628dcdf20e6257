package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementCommands.CountersignAgreement;
import za.lexohub.messages.agreement.AgreementCommands.DraftAgreement;
import za.lexohub.messages.agreement.AgreementCommands.RecordPaperSignature;
import za.lexohub.messages.agreement.AgreementCommands.SendAgreement;
import za.lexohub.messages.agreement.AgreementCommands.SignAgreement;
import za.lexohub.messages.invoice.InvoiceCommands.SendPaymentReminder;
import za.lexohub.messages.notification.InboxCommands.MarkNotificationsRead;
import za.lexohub.messages.notification.InboxCommands.MuteNotifications;
import za.lexohub.messages.notification.NotificationKind;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.proforma.ProFormaCommands.MailProFormaLink;
import za.lexohub.messages.proforma.ProFormaCommands.ResendProForma;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ApproveScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ProposeScopeAmendment;
import za.lexohub.readmodels.publiclink.PublicLink;

/** Agreements, amendments, reminders and notices as requests and commands. */
class PromisesTest extends EdgeTest {
  private static final String ID = UUID.randomUUID().toString();
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
  private static final String TEXT =
      "\"client\": {\"name\": \"Nomvula Dlamini\", \"email\": \"n@dlamini.example\"},"
          + " \"terms\": \"Sixty days\", \"scope\": \"Heads\", \"fees\": \"R 2,500\"";
  @Autowired EdgeApplication.KnownAttachments attachments;

  private static final String MONEY = "{\"amount\": 5, \"currency\": \"ZAR\"}";

  @Test
  void anAgreementIsDraftedAndNothingOfItIsReadable() {
    Reply reply =
        post("/api/v1/agreements")
            .as("thandi")
            .freshKey()
            .json("{\"matterId\": \"" + ID + "\", " + TEXT + "}")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    DraftAgreement command = gateway.only(DraftAgreement.class);
    assertThat(command.matterId()).hasToString(ID);
    assertThat(command.client().reachableByEmail()).isTrue();
    assertThat(command.toString()).doesNotContain("Dlamini", "Sixty", "Heads");
    assertThat(reply.header("Location")).isEqualTo("/api/v1/agreements/" + command.agreementId());
  }

  @Test
  void whoHoldsALinkDoesNotLearnThatTheFileWasErased() {
    Reply unknown = signed();
    known("SIGN");
    gateway.refusal = new RuleViolated(Rule.PERSONAL_DATA_ERASED, "the keys are gone");
    Reply erased = signed();

    assertThat(erased.status()).isEqualTo(404);
    assertThat(erased.code()).isEqualTo("link-invalid");
    assertThat(erased.json().path("detail")).isEqualTo(unknown.json().path("detail"));
    assertThat(erased.text()).doesNotContain("erased", "keys");
  }

  private Reply signed() {
    return post("/api/v1/public/agreements/" + TOKEN + "/sign")
        .freshKey()
        .json("{\"name\": \"Nomvula Dlamini\"}")
        .send();
  }

  @Test
  void anAgreementIsAboutAMatterOrAProFormaAndNotBoth() {
    for (String files :
        List.of("", "\"matterId\": \"" + ID + "\", \"proFormaId\": \"" + ID + "\", ")) {
      Reply reply =
          post("/api/v1/agreements").as("thandi").freshKey().json("{" + files + TEXT + "}").send();

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/matterId");
    }
  }

  @Test
  void sendingAnswersWithTheLinkThatIsSent() {
    Reply reply =
        post("/api/v1/agreements/" + ID + "/send").as("thandi").freshKey().ifMatch("\"v1\"").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    SendAgreement command = gateway.only(SendAgreement.class);
    String token = reply.json().at("/link/token").asString();
    assertThat(command.tokenHash()).isEqualTo(PublicTokens.hash(token));
    assertThat(command.linkGeneration()).isEqualTo(1);
    assertThat(command.expiresAt())
        .isBetween(command.at().plus(Duration.ofDays(13)), command.at().plus(Duration.ofDays(14)));
    assertThat(reply.json().at("/link/url").asString()).endsWith("/public/agreements/" + token);
  }

  @Test
  void aLinkLastsAYearAtMost() {
    Reply reply =
        post("/api/v1/agreements/" + ID + "/send")
            .as("thandi")
            .freshKey()
            .ifMatch("\"v1\"")
            .json("{\"expiresAt\": \"2099-01-01T00:00:00Z\"}")
            .send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(gateway.commands).isEmpty();
  }

  private Reply signedOnPaper(String signedOn) {
    return post("/api/v1/agreements/" + ID + "/sign-on-paper")
        .as("thandi")
        .freshKey()
        .ifMatch("\"v3\"")
        .json(
            "{\"name\": \"Nomvula Dlamini\", \"signedOn\": \""
                + signedOn
                + "\", \"scan\": \""
                + ID
                + "\"}")
        .send();
  }

  @Test
  void aPaperThatBothSignedIsRecordedWithItsScan() {
    attachments.status = "STORED";
    Reply reply = signedOnPaper("2026-03-30");

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    RecordPaperSignature command = gateway.only(RecordPaperSignature.class);
    assertThat(command.scan()).hasToString(ID);
    assertThat(command.signedOn()).isEqualTo("2026-03-30");
    assertThat(command.toString()).doesNotContain("Dlamini");
  }

  @Test
  void aScanThatDidNotArriveProvesNothing() {
    attachments.status = "PENDING";
    Reply reply = signedOnPaper("2026-03-30");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/scan");
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void aLinkIsMailedToWhomeverIsNamedAndAQuoteOnceMore() {
    Reply link =
        post("/api/v1/pro-formas/" + ID + "/mail-link")
            .as("thandi")
            .freshKey()
            .ifMatch("\"v1\"")
            .json("{\"name\": \"Sipho Khumalo\", \"email\": \"sipho@khumalo.example\"}")
            .send();
    assertThat(link.status()).as(link.text()).isEqualTo(200);
    MailProFormaLink mailed = gateway.only(MailProFormaLink.class);
    assertThat(mailed.recipient().reachableByEmail()).isTrue();
    assertThat(mailed.toString()).doesNotContain("Khumalo", "khumalo");
    gateway.commands.clear();

    Reply resent =
        post("/api/v1/pro-formas/" + ID + "/resend")
            .as("thandi")
            .freshKey()
            .ifMatch("\"v3\"")
            .send();
    assertThat(resent.status()).as(resent.text()).isEqualTo(200);
    assertThat(gateway.only(ResendProForma.class).proFormaId()).hasToString(ID);
  }

  @Test
  void aLinkIsNotMailedToNobody() {
    Reply reply =
        post("/api/v1/pro-formas/" + ID + "/mail-link")
            .as("thandi")
            .freshKey()
            .ifMatch("\"v1\"")
            .json("{\"name\": \"Sipho Khumalo\", \"email\": \"nowhere\"}")
            .send();
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/email");
  }

  @Test
  void theClientSignsByLinkAndNobodyElseByIt() {
    UUID agreement = known("SIGN");
    Reply reply =
        post("/api/v1/public/agreements/" + TOKEN + "/sign")
            .freshKey()
            .json("{\"name\": \"Nomvula Dlamini\"}")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    SignAgreement command = gateway.only(SignAgreement.class);
    assertThat(command.agreementId().value()).isEqualTo(agreement);
    assertThat(command.tokenHash()).isEqualTo(PublicTokens.hash(TOKEN));
    assertThat(command.toString()).doesNotContain("Dlamini");
    assertThat(gateway.only().getMetaData()).containsEntry(MetadataKeys.ACTOR_TYPE, "PUBLIC_TOKEN");
  }

  @Test
  void aLinkOpensOnlyWhatItIsFor() {
    known("SIGN");
    assertThat(get("/api/v1/public/pro-formas/" + TOKEN).send().code()).isEqualTo("link-invalid");
    known("RESPOND");
    assertThat(get("/api/v1/public/agreements/" + TOKEN).send().code()).isEqualTo("link-invalid");
    assertThat(
            post("/api/v1/public/agreements/" + TOKEN + "/sign")
                .freshKey()
                .json("{\"name\": \"Nomvula Dlamini\"}")
                .send()
                .code())
        .isEqualTo("link-invalid");
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void theAdvocateSignsInPerson() {
    post("/api/v1/agreements/" + ID + "/countersign")
        .as("thandi")
        .freshKey()
        .ifMatch("\"v3\"")
        .send();

    assertThat(gateway.only(CountersignAgreement.class).by()).isNotBlank();
  }

  @Test
  void anAmendmentIsProposedWithoutAVersionAndDecidedWithOne() {
    Reply proposed =
        post("/api/v1/matters/" + ID + "/scope-amendments")
            .as("lerato")
            .freshKey()
            .json(
                "{\"type\": \"OTHER\", \"reason\": \"more work\", \"originalEstimate\": "
                    + MONEY
                    + ", \"newEstimate\": "
                    + MONEY
                    + "}")
            .send();
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    ProposeScopeAmendment command = gateway.only(ProposeScopeAmendment.class);
    assertThat(command.matterId()).hasToString(ID);
    assertThat(command.automatic()).isFalse();

    gateway.commands.clear();
    String approve = "/api/v1/scope-amendments/" + ID + "/approve";
    assertThat(post(approve).as("thandi").freshKey().send().status()).isEqualTo(428);
    post(approve).as("thandi").freshKey().ifMatch("\"v1\"").send();
    assertThat(gateway.only(ApproveScopeAmendment.class).approvedBy()).isNotBlank();
  }

  @Test
  void aPersonRemindsByHand() {
    post("/api/v1/invoices/" + ID + "/remind").as("lerato").freshKey().ifMatch("\"v5\"").send();

    assertThat(gateway.only(SendPaymentReminder.class).type()).isEqualTo(ReminderType.MANUAL);
  }

  @Test
  void everybodyHasAnInboxOfTheirOwn() {
    String body = "{\"ids\": [\"" + ID + "\"]}";
    post("/api/v1/notifications/mark-read").as("thandi").freshKey().json(body).send();
    MarkNotificationsRead thandi = gateway.only(MarkNotificationsRead.class);
    gateway.commands.clear();
    post("/api/v1/notifications/mark-read").as("lerato").freshKey().json(body).send();

    assertThat(gateway.only(MarkNotificationsRead.class).inboxId()).isNotEqualTo(thandi.inboxId());
    assertThat(thandi.notificationIds()).containsExactly(UUID.fromString(ID));
  }

  @Test
  void whatIsNoKindIsNotMuted() {
    Reply wrong =
        post("/api/v1/notifications/mute")
            .as("thandi")
            .freshKey()
            .json("{\"kinds\": [\"WEATHER\"]}")
            .send();
    assertThat(wrong.status()).isEqualTo(400);
    post("/api/v1/notifications/mute")
        .as("thandi")
        .freshKey()
        .json("{\"kinds\": [\"INVOICE_SENT\"]}")
        .send();

    assertThat(gateway.only(MuteNotifications.class).kinds())
        .containsExactly(NotificationKind.INVOICE_SENT);
  }

  private UUID known(String purpose) {
    UUID subject = UUID.randomUUID();
    links.byHash.put(
        PublicTokens.hash(TOKEN),
        new PublicLink(
            new TenantId(THANDI).value(),
            subject,
            purpose,
            1,
            "LIVE",
            Instant.now().plusSeconds(60)));
    return subject;
  }
}
