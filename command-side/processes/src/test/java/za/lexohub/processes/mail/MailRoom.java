package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
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
import org.springframework.mail.javamail.JavaMailSenderImpl;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.Gate;
import za.lexohub.processes.Log;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RealStore;
import za.lexohub.processes.RecordingGateway;
import za.lexohub.processes.Samples;
import za.lexohub.processes.mail.Mailbox.Received;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.SendEmail;
import za.lexohub.processes.storage.DocumentStore;
import za.lexohub.processes.storage.Rendering;
import za.lexohub.processes.storage.StoredRendering;

/** A worker with a real mail server and real papers, and people who wait for mail. */
abstract class MailRoom {

  static final Delivery DELIVERY = new Delivery("m-1", "corr-1");
  static final byte[] PAPER = "%PDF paper".getBytes(StandardCharsets.UTF_8);
  static RealStore real;
  static DocumentStore documents;
  static Gate mailGate;

  /** Every test has mailboxes of its own. */
  final String attorneysBox = "naledi-" + UUID.randomUUID() + "@example.org";

  final String advocatesBox = "thandeka-" + UUID.randomUUID() + "@example.org";
  final Log log = new Log();
  final RecordingGateway gateway = new RecordingGateway();
  final PublicTokens tokens = (id, purpose, generation) -> id + "-" + purpose + generation;
  final SendEmailWorker worker = worker();

  SendEmailWorker worker() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(mailGate.port());
    Clock clock = Clock.fixed(Instant.parse("2024-09-01T09:00:00Z"), ZoneOffset.UTC);
    return new SendEmailWorker(
        new Archive(log.store(), log, documents),
        tokens,
        "https://lexohub.example/",
        new Postman(
            sender,
            new LetterTemplates(),
            "LexoHub <billing@lexohub.example>",
            clock,
            CircuitBreaker.ofDefaults("mail")),
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

  Samples people() {
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

  void sentInvoice() {
    people().draftInvoice().sent();
    stored(PdfKind.ORIGINAL);
  }

  void stored(PdfKind kind) {
    stored(kind, 1);
  }

  void stored(PdfKind kind, int version) {
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

  static StoredRendering put(String path) {
    return documents.putOnce(
        Samples.TENANT,
        Samples.TENANT + "/" + path,
        new Rendering(PAPER, "hash", "1"),
        List.of(UUID.randomUUID()));
  }

  void request(String template, Recipient recipient, int delivery) {
    log.append(
        Samples.INVOICE,
        new InvoiceNotificationRequested(Samples.INVOICE, template, recipient, delivery));
  }

  static SendEmail mail(String template, Recipient recipient, int delivery) {
    return message(recipient.name(), template, Samples.INVOICE.value(), null, delivery);
  }

  static SendEmail quote() {
    return message("ATTORNEY", "pro-forma", null, Samples.PRO_FORMA.value(), 1);
  }

  static SendEmail message(
      String to, String template, @Nullable UUID invoice, @Nullable UUID quote, int number) {
    return new SendEmail(
        SendEmail.TYPE,
        to,
        template,
        new SendEmail.Data(Samples.TENANT.value(), invoice, quote, number, null, null, null),
        Instant.EPOCH);
  }

  static RecordInvoiceNotificationFailure failure(String reason) {
    return new RecordInvoiceNotificationFailure(
        Samples.INVOICE, Samples.TENANT, "final-invoice", Recipient.ATTORNEY, 1, reason);
  }

  static Received only(String box) throws Exception {
    List<Received> letters = Mailbox.of(box);
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }

  static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
