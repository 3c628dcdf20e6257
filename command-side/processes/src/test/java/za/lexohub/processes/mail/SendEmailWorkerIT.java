package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMail;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotification;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.Gate;
import za.lexohub.processes.Log;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RealStore;
import za.lexohub.processes.RecordingGateway;
import za.lexohub.processes.Samples;
import za.lexohub.processes.Walk;
import za.lexohub.processes.mail.Mailbox.Received;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.SendEmail;
import za.lexohub.processes.storage.DocumentStore;
import za.lexohub.processes.storage.Rendering;
import za.lexohub.processes.storage.StoredRendering;

class SendEmailWorkerIT {

  private static final Delivery DELIVERY = new Delivery("m-1", "corr-1");
  private static final byte[] PAPER = "%PDF paper".getBytes(StandardCharsets.UTF_8);
  private static RealStore real;
  private static DocumentStore documents;
  private static Gate mailGate;

  /** Every test has mailboxes of its own. */
  private final String attorneysBox = "naledi-" + UUID.randomUUID() + "@example.org";

  private final String advocatesBox = "thandeka-" + UUID.randomUUID() + "@example.org";
  private final Log log = new Log();
  private final RecordingGateway gateway = new RecordingGateway();
  private final PublicTokens tokens = (id, purpose, generation) -> id + "-" + purpose + generation;
  private final SendEmailWorker worker = worker();

  private SendEmailWorker worker() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(mailGate.port());
    Clock clock = Clock.fixed(Instant.parse("2024-09-01T09:00:00Z"), ZoneOffset.UTC);
    return new SendEmailWorker(
        new Archive(log.store(), log, documents),
        tokens,
        "https://lexohub.example/",
        new Postman(sender, new LetterTemplates(), "LexoHub <billing@lexohub.example>", clock),
        new OutcomeRecorder(gateway, MailConfiguration.ACTOR));
  }

  @BeforeAll
  static void start() {
    real = new RealStore();
    documents = new DocumentStore(real.s3, real.bucket, new PaperSealing());
    mailGate = new Gate(TestParts.mail().host(), TestParts.mail().smtpPort());
  }

  @AfterAll
  static void stop() {
    mailGate.close();
    real.close();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void attorneyGetsTheOriginalInHtmlAndText() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.subject()).isEqualTo("Invoice INV-2024-0001 – R 31 625,00");
    assertThat(letter.attachments()).containsOnlyKeys("INV-2024-0001.pdf");
    assertThat(letter.attachments().get("INV-2024-0001.pdf")).isEqualTo(PAPER);
    assertThat(plain(letter.text()))
        .contains("Dear Ms Naledi <b>Mahlangu</b>", "R 31 625,00", "31/10/2024", "tax invoice")
        .contains("Adv Thandeka Ḽuvhengo SC");
    assertThat(plain(letter.html()))
        .contains("<!DOCTYPE html>", "R 31 625,00", "31/10/2024", "Mokoena v Road Accident Fund")
        .contains("Ms Naledi &lt;b&gt;Mahlangu&lt;/b&gt;")
        .doesNotContain("<b>Mahlangu", " th:");
    assertThat(letter.headers().get("From")).contains("billing@lexohub.example");
    assertThat(letter.headers().get("Reply-To")).contains(advocatesBox);
    String id = "<final-invoice.1." + Samples.INVOICE + "@lexohub.example>";
    assertThat(letter.headers()).containsEntry("Message-ID", id);
    assertThat(gateway.commands())
        .containsExactly(
            new RecordInvoiceNotification(
                Samples.INVOICE, Samples.TENANT, "final-invoice", Recipient.ATTORNEY, 1, id));
    assertThat(gateway.sent().get(0).getMetaData())
        .containsEntry("actorId", "mail-worker")
        .containsEntry("correlationId", "corr-1");
  }

  @Test
  void advocateHearsOfTheDraft() throws Exception {
    people().draftInvoice();
    stored(PdfKind.DRAFT);
    request("invoice-generated", Recipient.ADVOCATE, 1);
    worker.work(mail("invoice-generated", Recipient.ADVOCATE, 1), DELIVERY);
    Received letter = only(advocatesBox);
    assertThat(letter.subject()).isEqualTo("Draft invoice INV-2024-0001 is ready – R 31 625,00");
    assertThat(letter.attachments()).containsOnlyKeys("INV-2024-0001-draft.pdf");
    assertThat(letter.text()).contains("It is not issued", "The draft is attached.");
    assertThat(letter.html()).contains("It is not issued");
  }

  @Test
  void attorneyGetsTheEstimateAndTheLinkToAnswerIt() throws Exception {
    String token = Samples.PRO_FORMA + "-RESPOND1";
    people().openMatter().draftProForma().sendProForma(PublicTokens.hash(token));
    StoredRendering stored = put("proformas/" + UUID.randomUUID() + "/r1.pdf");
    log.append(
        Samples.PRO_FORMA,
        new ProFormaPdfStored(
            Samples.PRO_FORMA, 1, stored.key(), stored.sha256(), stored.size(), "hash", "1"),
        new ProFormaNotificationRequested(Samples.PRO_FORMA, 1, "pro-forma"));
    worker.work(quote(), DELIVERY);
    Received letter = only(attorneysBox);
    String link = "https://lexohub.example/api/v1/public/pro-formas/" + token;
    assertThat(letter.subject())
        .isEqualTo("Pro forma estimate PF-2024-0007 – Mokoena v Road Accident Fund");
    assertThat(letter.text()).contains(link, "not a tax invoice").doesNotContain("pay ", "due");
    assertThat(letter.html()).contains("href=\"" + link + "\"");
    assertThat(letter.attachments()).containsOnlyKeys("PF-2024-0007.pdf");
    assertThat(gateway.commands()).hasOnlyElementsOfType(RecordProFormaNotification.class);
  }

  @Test
  void attorneyGetsTheEstimateAgainWhenItIsResent() throws Exception {
    String token = Samples.PRO_FORMA + "-RESPOND1";
    people().openMatter().draftProForma().sendProForma(PublicTokens.hash(token));
    StoredRendering stored = put("proformas/" + UUID.randomUUID() + "/r1.pdf");
    log.append(
        Samples.PRO_FORMA,
        new ProFormaPdfStored(
            Samples.PRO_FORMA, 1, stored.key(), stored.sha256(), stored.size(), "hash", "1"),
        new ProFormaNotificationRequested(Samples.PRO_FORMA, 1, "pro-forma"),
        new ProFormaNotificationSent(Samples.PRO_FORMA, 1, "pro-forma", "<first>"),
        new ProFormaResent(Samples.PRO_FORMA, 1, 1, Instant.EPOCH));
    SendEmail again = message("ATTORNEY", "pro-forma-again", null, Samples.PRO_FORMA.value(), 1);
    worker.work(again, DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.text()).contains(token, "not a tax invoice");
    assertThat(letter.attachments()).containsOnlyKeys("PF-2024-0007.pdf");
    assertThat(gateway.commands()).hasOnlyElementsOfType(RecordProFormaMail.class);
    log.append(
        Samples.PRO_FORMA, new ProFormaMailSent(Samples.PRO_FORMA, 1, 1, "pro-forma", "<second>"));
    worker.work(again, DELIVERY);
    assertThat(Mailbox.of(attorneysBox)).hasSize(1);
  }

  @Test
  void aRecordedMailIsNotSentAgainButAResendIs() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    log.append(
        Samples.INVOICE,
        new InvoiceNotificationSent(
            Samples.INVOICE, "final-invoice", Recipient.ATTORNEY, 1, "<id>"));
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(Mailbox.of(attorneysBox)).hasSize(1);
    request("final-invoice", Recipient.ATTORNEY, 2);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 2), DELIVERY);
    assertThat(Mailbox.of(attorneysBox)).hasSize(2);
  }

  @Test
  void aMailSentTwiceInTheWindowBearsOneMessageId() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    gateway.handling(
        command -> {
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(() -> worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY))
        .hasRootCauseMessage("crash");
    gateway.handling(command -> {});
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(Mailbox.of(attorneysBox))
        .extracting(letter -> letter.headers().get("Message-ID"))
        .hasSize(2)
        .containsOnly("<final-invoice.1." + Samples.INVOICE + "@lexohub.example>");
  }

  @Test
  void whatNobodyAskedForIsNotSent() throws Exception {
    sentInvoice();
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(
        new SendEmail(
            SendEmail.TYPE,
            "ATTORNEY",
            "final-invoice",
            new SendEmail.Data("somebody-else", Samples.INVOICE.value(), null, 1, null, null, null),
            Instant.EPOCH),
        DELIVERY);
    assertThat(gateway.commands()).isEmpty();
  }

  @Test
  void anErasedOrUnreachableRecipientIsRecordedAtOnce() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    log.erase(DataSubjects.attorney(Samples.FILE));
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(gateway.commands())
        .containsExactly(failure("the recipient's personal data is erased"));
  }

  @Test
  void anAddressThatIsNoneIsRecordedAtOnce() throws Exception {
    new Samples(log).attorney(PartyDetails.of("Nobody", "no body@")).draftInvoice().sent();
    stored(PdfKind.ORIGINAL);
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(gateway.commands())
        .containsExactly(failure("the recipient has no usable e-mail address"));
  }

  @Test
  void aVoidInvoiceIsNotMailed() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    log.append(
        Samples.INVOICE, new InvoiceVoided(Samples.INVOICE, "INV-2024-0001", null, Walk.SEALED));
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(gateway.commands()).containsExactly(failure("the invoice was discarded or voided"));
  }

  @Test
  void aMailServerThatIsDownFailsTheMessageUntilItIsUp() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    mailGate.shut();
    try {
      assertThatThrownBy(() -> worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY))
          .isInstanceOf(NotMailed.class)
          .hasNoCause();
      assertThat(gateway.commands()).isEmpty();
    } finally {
      mailGate.open();
    }
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    only(attorneysBox);
  }

  @Test
  void attorneyGetsTheReceiptOfThePayment() throws Exception {
    people()
        .draftInvoice()
        .sent()
        .paid(PaymentMethod.EFT, "2024-09-30", 1_162_500, 2_000_000)
        .paid(PaymentMethod.EFT, "2024-10-15", 2_000_000, 0);
    stored(PdfKind.RECEIPT, 2);
    request("payment-receipt", Recipient.ATTORNEY, 1);
    request("payment-receipt", Recipient.ATTORNEY, 2);
    worker.work(mail("payment-receipt", Recipient.ATTORNEY, 2), DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.subject()).isEqualTo("Receipt for invoice INV-2024-0001 – R 20 000,00");
    assertThat(letter.attachments()).containsOnlyKeys("INV-2024-0001-R2.pdf");
    assertThat(letter.text()).contains("15/10/2024", "settled in full").doesNotContain("[");
    assertThat(letter.html()).contains("settled in full");
    assertThatThrownBy(() -> worker.work(mail("payment-receipt", Recipient.ATTORNEY, 1), DELIVERY))
        .hasMessageContaining("is not stored yet");
  }

  @Test
  void attorneyGetsTheCreditNote() throws Exception {
    people().draftInvoice().sent().noted(NoteKind.CREDIT, "CN-2024-0001", 1, 2_846_250, 2_846_250);
    stored(PdfKind.CREDIT_NOTE, 1);
    request("credit-note", Recipient.ATTORNEY, 1);
    worker.work(mail("credit-note", Recipient.ATTORNEY, 1), DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.subject()).isEqualTo("Credit note CN-2024-0001 – invoice INV-2024-0001");
    assertThat(letter.attachments()).containsOnlyKeys("CN-2024-0001.pdf");
    assertThat(plain(letter.text())).contains("is reduced", "R 3 162,50", "R 28 462,50");
  }

  private Samples people() {
    SupplierDetails c = Samples.COUNSEL;
    PartyDetails a = Samples.ATTORNEY;
    return new Samples(log)
        .counsel(
            new SupplierDetails(
                c.name(), advocatesBox, c.phone(), c.address(), "JHB20091", "487", c.banking()))
        .attorney(
            new PartyDetails(
                "Ms Naledi <b>Mahlangu</b>", attorneysBox, null, null, a.firm(), null, null));
  }

  private void sentInvoice() {
    people().draftInvoice().sent();
    stored(PdfKind.ORIGINAL);
  }

  private void stored(PdfKind kind) {
    stored(kind, 1);
  }

  private void stored(PdfKind kind, int version) {
    StoredRendering stored = put("invoices/" + UUID.randomUUID() + "/x.pdf");
    log.append(
        Samples.INVOICE,
        new InvoicePdfStored(
            Samples.INVOICE,
            kind,
            version,
            stored.key(),
            stored.sha256(),
            stored.size(),
            "hash",
            "1"));
  }

  private static StoredRendering put(String path) {
    return documents.putOnce(
        Samples.TENANT,
        Samples.TENANT + "/" + path,
        new Rendering(PAPER, "hash", "1"),
        List.of(UUID.randomUUID()));
  }

  private void request(String template, Recipient recipient, int delivery) {
    log.append(
        Samples.INVOICE,
        new InvoiceNotificationRequested(Samples.INVOICE, template, recipient, delivery));
  }

  private static SendEmail mail(String template, Recipient recipient, int delivery) {
    return message(recipient.name(), template, Samples.INVOICE.value(), null, delivery);
  }

  private static SendEmail quote() {
    return message("ATTORNEY", "pro-forma", null, Samples.PRO_FORMA.value(), 1);
  }

  private static SendEmail message(
      String to, String template, @Nullable UUID invoice, @Nullable UUID quote, int number) {
    return new SendEmail(
        SendEmail.TYPE,
        to,
        template,
        new SendEmail.Data(Samples.TENANT.value(), invoice, quote, number, null, null, null),
        Instant.EPOCH);
  }

  private static RecordInvoiceNotificationFailure failure(String reason) {
    return new RecordInvoiceNotificationFailure(
        Samples.INVOICE, Samples.TENANT, "final-invoice", Recipient.ATTORNEY, 1, reason);
  }

  private static Received only(String box) throws Exception {
    List<Received> letters = Mailbox.of(box);
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
