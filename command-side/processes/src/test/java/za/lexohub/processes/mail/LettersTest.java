package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCancelled;
import za.lexohub.messages.agreement.AgreementEvents.AgreementDrafted;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationRequested;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSent;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceRemindersSet;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReminderSent;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationRequested;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.processes.Log;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.Samples;
import za.lexohub.processes.Walk;
import za.lexohub.processes.mail.Decision.Impossible;
import za.lexohub.processes.mail.Decision.Nothing;
import za.lexohub.processes.mail.Decision.Send;
import za.lexohub.processes.storage.DocumentStore;

/** What the log decides about letters without a paper, and what they say. */
class LettersTest {

  private static final AgreementId AGREEMENT = AgreementId.random();

  private final LetterTemplates templates = new LetterTemplates();
  private final Log log = new Log();
  private final S3Client s3 =
      S3Client.builder()
          .region(Region.AF_SOUTH_1)
          .endpointOverride(URI.create("http://127.0.0.1:1"))
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .build();
  private final Archive archive =
      new Archive(log.store(), log, new DocumentStore(s3, "papers", new PaperSealing()));
  private final PublicTokens tokens = (id, purpose, generation) -> id + "-" + purpose + generation;

  @AfterEach
  void close() {
    s3.close();
    log.close();
  }

  /** The invoice is due on 31 October 2024. */
  @ParameterizedTest
  @CsvSource({
    "2024-10-15, Invoice INV-2024-0001 falls due on 31/10/2024, May I remind you",
    "2024-10-31, Invoice INV-2024-0001 falls due on 31/10/2024, May I remind you",
    "2024-11-01, Payment reminder: Invoice INV-2024-0001 – 1 day overdue, escaped your attention",
    "2024-11-14, Payment reminder: Invoice INV-2024-0001 – 14 days overdue, escaped your attention",
    "2024-11-15, Payment reminder: Invoice INV-2024-0001 – 15 days overdue, within seven days",
    "2024-11-30, Payment reminder: Invoice INV-2024-0001 – 30 days overdue, within seven days",
    "2024-12-01, Payment reminder: Invoice INV-2024-0001 – 31 days overdue, payment by return",
  })
  void aReminderFindsTheToneOfItsDay(LocalDate on, String subject, String tone) {
    new Samples(log).draftInvoice().sent();
    remind(ReminderType.FIRST, on);
    Letter letter = ((Send) reminder()).letter();
    assertThat(letter.subject()).isEqualTo(subject);
    assertThat(plain(templates.text(letter)).replaceAll("\\s+", " "))
        .contains(tone, "R 31 625,00")
        .doesNotContain("[(", "[#", "[/]");
    assertThat(templates.html(letter)).contains(tone).doesNotContain(" th:");
  }

  @Test
  void aReminderAsksForWhatIsStillOpen() {
    new Samples(log)
        .draftInvoice()
        .sent()
        .paid(PaymentMethod.EFT, "2024-10-01", 162_500, 3_000_000);
    remind(ReminderType.FIRST, LocalDate.of(2024, 11, 7));
    assertThat(plain(templates.text(((Send) reminder()).letter()))).contains("R 30 000,00");
  }

  @Test
  void whoHasPaidMeanwhileIsNotReminded() {
    Samples story = new Samples(log).draftInvoice().sent();
    remind(ReminderType.FIRST, LocalDate.of(2024, 11, 7));
    story.paid(PaymentMethod.EFT, "2024-11-07", 3_162_500, 0);
    assertThat(reminder()).isEqualTo(new Impossible("nothing is open on the invoice any more"));
  }

  @Test
  void whoDisputesIsNotRemindedUntilTheDisputeIsOver() {
    DisputeId dispute = DisputeId.random();
    new Samples(log).draftInvoice().sent();
    remind(ReminderType.FIRST, LocalDate.of(2024, 11, 7));
    log.append(Samples.INVOICE, new InvoiceDisputed(Samples.INVOICE, dispute, Money.cents(5)));
    assertThat(reminder()).isEqualTo(new Impossible("the invoice is disputed"));
    log.append(
        Samples.INVOICE,
        new InvoiceDisputeResolved(Samples.INVOICE, dispute, DisputeResolution.WITHDRAWN));
    assertThat(reminder()).isInstanceOf(Send.class);
  }

  @Test
  void whoWantsNoRemindersGetsOnlyWhatAPersonSends() {
    new Samples(log).draftInvoice().sent();
    log.append(Samples.INVOICE, new InvoiceRemindersSet(Samples.INVOICE, false));
    remind(ReminderType.FIRST, LocalDate.of(2024, 11, 7));
    assertThat(reminder()).isEqualTo(new Impossible("reminders of the invoice are switched off"));
    try (Log other = new Log()) {
      new Samples(other).draftInvoice().sent();
      other.append(Samples.INVOICE, new InvoiceRemindersSet(Samples.INVOICE, false));
      remind(other, ReminderType.MANUAL, LocalDate.of(2024, 11, 7));
      assertThat(
              reminder(
                  new Archive(
                      other.store(), other, new DocumentStore(s3, "papers", new PaperSealing()))))
          .isInstanceOf(Send.class);
    }
  }

  @Test
  void aReminderThatNobodyDecidedIsNone() {
    new Samples(log).draftInvoice().sent();
    log.append(
        Samples.INVOICE,
        new InvoiceNotificationRequested(
            Samples.INVOICE, "payment-reminder", Recipient.ATTORNEY, 1));
    assertThat(reminder()).isInstanceOf(Nothing.class);
  }

  @Test
  void anInvitationSaysWhereToLogInAndBearsNoToken() {
    registered();
    new Samples(log).openMatter();
    log.append(
        Samples.MATTER, new MatterNotificationRequested(Samples.MATTER, "matter-invitation", 1));
    Letter letter = ((Send) invitation(null)).letter();
    assertThat(letter.subject())
        .isEqualTo("Your access to matter JHB/2024/017 – Mokoena v Road Accident Fund");
    assertThat(letter.to().getAddress()).isEqualTo(Samples.ATTORNEY.email());
    assertThat(templates.text(letter))
        .contains("https://lexohub.example", "Adv Thandeka Ḽuvhengo SC")
        .doesNotContain("[(");
    assertThat(templates.html(letter)).contains("Log in").doesNotContain(" th:");
  }

  @Test
  void anErasedAttorneyIsNotInvited() {
    new Samples(log).openMatter();
    log.append(
        Samples.MATTER, new MatterNotificationRequested(Samples.MATTER, "matter-invitation", 1));
    log.erase(DataSubjects.attorney(Samples.FILE));
    assertThat(invitation(null))
        .isEqualTo(new Impossible("the recipient's personal data is erased"));
    assertThat(invitation(0L)).isInstanceOf(Nothing.class);
  }

  @Test
  void theClientGetsTheLinkToSign() {
    agreement(AGREEMENT + "-SIGN1");
    Letter letter = ((Send) engagement()).letter();
    assertThat(letter.to().getAddress()).isEqualTo(Samples.CLIENT.email());
    assertThat(letter.subject()).startsWith("Engagement agreement ready for signature");
    assertThat(templates.text(letter))
        .contains("https://lexohub.example/api/v1/public/agreements/" + AGREEMENT + "-SIGN1")
        .contains("08/09/2024", "your advocate");
    assertThat(templates.html(letter)).contains("-SIGN1\"").doesNotContain(" th:");
  }

  @Test
  void nobodyIsAskedToSignWhatWasCancelled() {
    agreement(AGREEMENT + "-SIGN1");
    log.append(AGREEMENT, new AgreementCancelled(AGREEMENT, Walk.SEALED));
    assertThat(engagement()).isEqualTo(new Impossible("there is nothing to sign any more"));
  }

  @Test
  void whoIsToFillInTheRequestGetsItsLink() {
    registered();
    requested(Samples.PRO_FORMA + "-SUBMIT1");
    Letter letter = ((Send) requestLink()).letter();
    assertThat(letter.to().getAddress()).isEqualTo(Samples.ATTORNEY.email());
    assertThat(letter.subject()).isEqualTo("Pro forma request: " + Samples.TITLE);
    String link =
        "https://lexohub.example/api/v1/public/pro-formas/" + Samples.PRO_FORMA + "-SUBMIT1";
    assertThat(templates.text(letter))
        .contains(link, "08/09/2024", Samples.CLIENT.name(), "Adv Thandeka Ḽuvhengo SC")
        .doesNotContain("[(");
    assertThat(templates.html(letter)).contains("href=\"" + link + "\"").doesNotContain(" th:");
  }

  @Test
  void aLinkThatWasReplacedOrUsedIsNotMailed() {
    requested(Samples.PRO_FORMA + "-SUBMIT1");
    log.append(
        Samples.PRO_FORMA,
        new ProFormaLinkRegenerated(
            Samples.PRO_FORMA, "other", 2, Instant.parse("2024-09-08T08:00:00Z")));
    assertThat(requestLink())
        .isEqualTo(new Impossible("the link is used or replaced, or has expired"));
    log.append(
        Samples.PRO_FORMA,
        new ProFormaMailFailed(Samples.PRO_FORMA, 1, 0, "pro-forma-link", "replaced"));
    assertThat(requestLink()).isInstanceOf(Nothing.class);
  }

  @Test
  void aLinkMadeWithAnotherSecretIsNeverMailed() {
    requested("of another secret");
    assertThatThrownBy(this::requestLink).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLinkThatNobodyAskedForIsNotMailed() {
    new Samples(log).openMatter().draftProForma();
    assertThat(requestLink()).isInstanceOf(Nothing.class);
  }

  private void requested(String token) {
    log.append(
        Samples.PRO_FORMA,
        new ProFormaRequested(
            Samples.PRO_FORMA,
            Samples.TENANT,
            log.seal(Samples.TENANT, UUID.randomUUID(), Samples.CLIENT),
            log.seal(
                Samples.TENANT,
                UUID.randomUUID(),
                (Object) new Wording(Samples.TITLE, null, null, List.of())),
            "damages",
            Urgency.HIGH,
            RequestedAction.PRO_FORMA,
            PublicTokens.hash(token),
            1,
            Instant.parse("2024-09-08T08:00:00Z")),
        new ProFormaLinkSent(
            Samples.PRO_FORMA,
            1,
            1,
            log.seal(Samples.TENANT, UUID.randomUUID(), Samples.ATTORNEY),
            Instant.parse("2024-09-01T08:00:00Z")));
  }

  private Decision requestLink() {
    return new ProFormaLinkCorrespondence(
            archive, tokens, "https://lexohub.example", Samples.TENANT, Samples.PRO_FORMA, 1)
        .decide();
  }

  private void registered() {
    AdvocateId practice = AdvocateId.of(Samples.TENANT);
    log.append(
        practice,
        new AdvocateRegistered(
            practice,
            Samples.TENANT,
            Bar.JOHANNESBURG,
            PracticeProfile.REFERRAL,
            log.seal(Samples.TENANT, Samples.ADVOCATE, (Object) Samples.COUNSEL)));
  }

  private void agreement(String token) {
    Party client = log.seal(Samples.TENANT, UUID.randomUUID(), Samples.CLIENT);
    log.append(
        AGREEMENT,
        new AgreementDrafted(AGREEMENT, Samples.TENANT, Samples.MATTER, null, client, Walk.SEALED),
        new AgreementSent(
            AGREEMENT,
            client,
            PublicTokens.hash(token),
            1,
            Instant.parse("2024-09-08T08:00:00Z"),
            Instant.parse("2024-09-01T08:00:00Z")),
        new AgreementNotificationRequested(AGREEMENT, "engagement-link", 1));
  }

  private void remind(ReminderType type, LocalDate on) {
    remind(log, type, on);
  }

  private static void remind(Log log, ReminderType type, LocalDate on) {
    log.append(
        Samples.INVOICE,
        new PaymentReminderSent(Samples.INVOICE, type, 1, on),
        new InvoiceNotificationRequested(
            Samples.INVOICE, "payment-reminder", Recipient.ATTORNEY, 1));
  }

  private Decision reminder() {
    return reminder(archive);
  }

  private static Decision reminder(Archive archive) {
    return new InvoiceCorrespondence(
            archive,
            Samples.TENANT,
            Samples.INVOICE,
            "payment-reminder",
            Recipient.ATTORNEY,
            1,
            null)
        .decide();
  }

  private Decision invitation(@Nullable Long request) {
    return new MatterCorrespondence(
            archive, "https://lexohub.example", Samples.TENANT, Samples.MATTER, 1, request)
        .decide();
  }

  private Decision engagement() {
    return new AgreementCorrespondence(
            archive, tokens, "https://lexohub.example", Samples.TENANT, AGREEMENT, 1, null)
        .decide();
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
