package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.document.Documents.DocumentsUnavailable;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.matter.MatterCommands.RecordStatement;
import za.lexohub.messages.matter.MatterCommands.RecordStatementFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdf;
import za.lexohub.processes.Log;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RealStore;
import za.lexohub.processes.RecordingGateway;
import za.lexohub.processes.Samples;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.GeneratePdf;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.storage.DocumentStore;
import za.lexohub.processes.telemetry.InvoiceGeneration;

class GeneratePdfWorkerIT {

  private static final Delivery DELIVERY = new Delivery("m-1", "corr-1");
  private static RealStore real;
  private final DocumentStore store =
      new DocumentStore(real.s3, real.newBucket(), new PaperSealing());
  private final Log log = new Log();
  private final RecordingGateway gateway = new RecordingGateway();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final GeneratePdfWorker worker =
      new GeneratePdfWorker(
          Papers.folds(log),
          new NamedSubjects(log.store()),
          new PdfRenderer(),
          store,
          new OutcomeRecorder(gateway, DocumentsConfiguration.ACTOR),
          new InvoiceGeneration(meters, Clock.fixed(Instant.EPOCH.plusSeconds(9), ZoneOffset.UTC)));

  @BeforeAll
  static void start() {
    real = new RealStore();
  }

  @AfterAll
  static void stop() {
    real.close();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void storedBytesAreThoseThatAreRecorded() throws Exception {
    new Samples(log).draftInvoice().sent();
    worker.work(invoice("ORIGINAL", 1), DELIVERY);
    assertThat(gateway.commands()).hasSize(1);
    RecordInvoicePdf recorded = (RecordInvoicePdf) gateway.commands().get(0);
    assertThat(recorded.key())
        .isEqualTo("adv-jhb/invoices/" + Samples.INVOICE + "/original-v1.pdf");
    byte[] stored = store.readVerified(Samples.TENANT, recorded.key(), recorded.sha256());
    assertThat(recorded.size()).isEqualTo(stored.length);
    assertThat(recorded.rendererVersion()).isEqualTo("1");
    assertThat(recorded.templateHash()).hasSize(64);
    assertThat(Papers.text(stored)).contains("Tax Invoice", "R 31 625,00");
    assertThat(gateway.sent().get(0).getMetaData())
        .containsAllEntriesOf(
            Map.of(
                "tenant", "adv-jhb",
                "actorType", "SYSTEM",
                "actorId", "pdf-worker",
                "correlationId", "corr-1"));
  }

  @Test
  void proFormaIsStoredAndRecordedUnderItsRevision() throws Exception {
    new Samples(log).draftProForma().requestProFormaPdf();
    worker.work(proForma(1), DELIVERY);
    RecordProFormaPdf recorded = (RecordProFormaPdf) gateway.commands().get(0);
    assertThat(recorded.key()).isEqualTo("adv-jhb/proformas/" + Samples.PRO_FORMA + "/r1.pdf");
    assertThat(Papers.text(store.readVerified(Samples.TENANT, recorded.key(), recorded.sha256())))
        .contains("Pro Forma Estimate");
  }

  @Test
  void whatNobodyAskedForIsNotMade() throws Exception {
    new Samples(log).draftInvoice().requestDraftPdf();
    worker.work(invoice("ORIGINAL", 1), DELIVERY);
    worker.work(invoice("DRAFT", 2), DELIVERY);
    worker.work(proForma(1), DELIVERY);
    worker.work(invoice("somebody-else", Samples.INVOICE.value(), "DRAFT", 1), DELIVERY);
    worker.work(invoice("adv-jhb", UUID.randomUUID(), "DRAFT", 1), DELIVERY);
    assertThat(gateway.commands()).isEmpty();
  }

  @Test
  void whatIsRecordedOrGivenUpIsNotMadeAgain() throws Exception {
    new Samples(log).draftInvoice().requestDraftPdf();
    log.append(
        Samples.INVOICE, new InvoicePdfFailed(Samples.INVOICE, PdfKind.DRAFT, 1, "store down"));
    worker.work(invoice("DRAFT", 1), DELIVERY);
    assertThat(gateway.commands()).as("given up").isEmpty();

    new Samples(log).requestDraftPdf();
    worker.work(invoice("DRAFT", 1), DELIVERY);
    assertThat(gateway.commands()).as("asked for anew").hasSize(1);
    log.append(Samples.INVOICE, stored((RecordInvoicePdf) gateway.commands().get(0)));
    worker.work(invoice("DRAFT", 1), DELIVERY);
    assertThat(gateway.commands()).as("recorded").hasSize(1);
  }

  @Test
  void aCrashBetweenStoreAndRecordLeavesTheStoredOriginalStanding() throws Exception {
    new Samples(log).draftInvoice().sent();
    gateway.handling(
        command -> {
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(() -> worker.work(invoice("ORIGINAL", 1), DELIVERY))
        .hasRootCauseMessage("crash");
    gateway.handling(command -> {});
    worker.work(invoice("ORIGINAL", 1), DELIVERY);
    assertThat(gateway.commands()).hasSize(2);
    assertThat(gateway.commands().get(1)).isEqualTo(gateway.commands().get(0));
  }

  @Test
  void aRefusalByRuleIsDropped() throws Exception {
    new Samples(log).draftInvoice().requestDraftPdf();
    gateway.handling(
        command -> {
          throw new RuleViolated(Rule.INVOICE_NOT_DRAFT, "discarded");
        });
    worker.work(invoice("DRAFT", 1), DELIVERY);
    assertThat(gateway.commands()).hasSize(1);
  }

  @Test
  void aStoreThatIsDownFailsTheMessageUntilItIsUp() throws Exception {
    new Samples(log).draftInvoice().requestDraftPdf();
    real.gate.shut();
    try {
      assertThatThrownBy(() -> worker.work(invoice("DRAFT", 1), DELIVERY))
          .isInstanceOf(DocumentsUnavailable.class);
      assertThat(gateway.commands()).isEmpty();
    } finally {
      real.gate.open();
    }
    worker.work(invoice("DRAFT", 1), DELIVERY);
    assertThat(gateway.commands()).hasSize(1);
    assertThat(meters.get("lexohub.invoices.generation.success").summary().mean()).isEqualTo(0.5);
    Timer taken = meters.get("lexohub.invoices.generation").timer();
    assertThat(taken.count()).as("of what was stored").isEqualTo(1);
    assertThat(taken.max(TimeUnit.SECONDS)).isEqualTo(9);
  }

  @Test
  void malformedMessagesFailForTheDeadLetterQueue() {
    assertThatThrownBy(() -> worker.work(invoice("adv-jhb", null, "DRAFT", 1), DELIVERY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> worker.work(invoice("FAX", 1), DELIVERY))
        .isInstanceOf(IllegalArgumentException.class);
    GeneratePdf letter =
        new GeneratePdf(
            "GENERATE_PDF", null, "adv-jhb", Instant.EPOCH, "LETTER", null, null, 1, null);
    assertThatThrownBy(() -> worker.work(letter, DELIVERY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static InvoicePdfStored stored(RecordInvoicePdf command) {
    return new InvoicePdfStored(
        command.invoiceId(),
        command.kind(),
        command.version(),
        command.key(),
        command.sha256(),
        command.size(),
        command.templateHash(),
        command.rendererVersion());
  }

  @Test
  void everyPaperOfAnAccountIsStoredUnderAKeyOfItsOwn() throws Exception {
    AccountPapers.account(new Samples(log))
        .request(PdfKind.RECEIPT, 2)
        .request(PdfKind.COPY, 1)
        .requestStatement("2024-09-01", "2024-11-30");
    worker.work(invoice("RECEIPT", 2), DELIVERY);
    worker.work(invoice("COPY", 1), DELIVERY);
    worker.work(invoice("CREDIT_NOTE", 1), DELIVERY);
    worker.work(invoice("DEBIT_NOTE", 1), DELIVERY);
    worker.work(statement(1), DELIVERY);
    String folder = "adv-jhb/invoices/" + Samples.INVOICE + "/";
    assertThat(gateway.commands().subList(0, 4))
        .extracting(command -> ((RecordInvoicePdf) command).key())
        .containsExactly(
            folder + "receipt-v2.pdf",
            folder + "copy-v1.pdf",
            folder + "credit_note-v1.pdf",
            folder + "debit_note-v1.pdf");
    RecordStatement recorded = (RecordStatement) gateway.commands().get(4);
    assertThat(recorded.key()).isEqualTo("adv-jhb/matters/" + Samples.MATTER + "/statements/1.pdf");
    byte[] stored = store.readVerified(Samples.TENANT, recorded.key(), recorded.sha256());
    assertThat(Papers.text(stored)).contains("Statement of Account", "Closing balance");
  }

  @Test
  void aStatementOfNothingIsGivenUp() throws Exception {
    new Samples(log).openMatter().requestStatement("2024-09-01", "2024-09-30");
    worker.work(statement(1), DELIVERY);
    assertThat(gateway.commands())
        .containsExactly(
            new RecordStatementFailure(
                Samples.MATTER, Samples.TENANT, 1, "no invoice of the matter was issued yet"));
  }

  @Test
  void aStatementNobodyAskedForIsNotMade() throws Exception {
    new Samples(log).draftInvoice().sent();
    worker.work(statement(1), DELIVERY);
    new Samples(log).requestStatement("2024-09-01", "2024-09-30");
    worker.work(statement(2), DELIVERY);
    assertThat(gateway.commands()).isEmpty();
  }

  private static GeneratePdf statement(int number) {
    return new GeneratePdf(
        GeneratePdf.TYPE,
        null,
        "adv-jhb",
        Instant.EPOCH,
        "STATEMENT",
        null,
        null,
        number,
        Samples.MATTER.value());
  }

  private static GeneratePdf invoice(String kind, int version) {
    return invoice("adv-jhb", Samples.INVOICE.value(), kind, version);
  }

  private static GeneratePdf invoice(String tenant, @Nullable UUID id, String kind, int version) {
    return new GeneratePdf(
        GeneratePdf.TYPE, id, tenant, Instant.EPOCH, "INVOICE", null, kind, version, null);
  }

  private static GeneratePdf proForma(int revision) {
    return new GeneratePdf(
        GeneratePdf.TYPE,
        null,
        "adv-jhb",
        Instant.EPOCH,
        "PRO_FORMA",
        Samples.PRO_FORMA.value(),
        null,
        revision,
        null);
  }
}
