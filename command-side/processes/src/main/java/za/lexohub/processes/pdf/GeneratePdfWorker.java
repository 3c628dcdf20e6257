package za.lexohub.processes.pdf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdf;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.matter.MatterCommands.RecordStatement;
import za.lexohub.messages.matter.MatterCommands.RecordStatementFailure;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdf;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.GeneratePdf;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.Worker;
import za.lexohub.processes.storage.DocumentKeys;
import za.lexohub.processes.storage.DocumentStore;
import za.lexohub.processes.storage.Rendering;
import za.lexohub.processes.storage.StoredRendering;
import za.lexohub.processes.telemetry.InvoiceGeneration;

/**
 * Makes a paper that the log asks for: renders it, stores it once, records it. The log is asked
 * first, so a message that comes again after the work was recorded does nothing; one that comes
 * again before finds the stored bytes and records those.
 */
final class GeneratePdfWorker implements Worker<GeneratePdf> {

  /** A paper of many hundred lines takes a second; one that takes this long never ends. */
  static final Duration RENDERING_TIMEOUT = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(GeneratePdfWorker.class);

  private final Folds folds;
  private final NamedSubjects named;
  private final PdfRenderer renderer;
  private final DocumentStore store;
  private final OutcomeRecorder recorder;
  private final InvoiceGeneration generation;

  /** What reads each kind of paper out of the log. */
  record Folds(
      InvoiceFold invoices,
      ReceiptFold receipts,
      NoteFold notes,
      ProFormaFold proFormas,
      StatementFold statements) {}

  GeneratePdfWorker(
      Folds folds,
      NamedSubjects named,
      PdfRenderer renderer,
      DocumentStore store,
      OutcomeRecorder recorder,
      InvoiceGeneration generation) {
    this.folds = folds;
    this.named = named;
    this.renderer = renderer;
    this.store = store;
    this.recorder = recorder;
    this.generation = generation;
  }

  @Override
  public void work(GeneratePdf message, Delivery delivery) throws Exception {
    TenantId tenant = new TenantId(message.userId());
    Optional<? extends TenantCommand> outcome =
        switch (message.documentType()) {
          case "INVOICE" -> measured(message, tenant);
          case "PRO_FORMA" ->
              proForma(
                  tenant,
                  new ProFormaId(required(message.proformaId(), "proformaId")),
                  message.version());
          case "STATEMENT" ->
              statement(
                  tenant,
                  new MatterId(required(message.matterId(), "matterId")),
                  message.version());
          default ->
              throw new IllegalArgumentException(
                  "no papers of type " + message.documentType() + " are made");
        };
    if (outcome.isPresent()) {
      recorder.record(outcome.get(), delivery.correlationId());
    } else {
      log.debug("Nothing to render for message {}: not requested, or done", delivery.messageId());
    }
  }

  private Optional<RecordInvoicePdf> measured(GeneratePdf message, TenantId tenant)
      throws Exception {
    try {
      Optional<RecordInvoicePdf> outcome =
          invoice(
              tenant,
              new InvoiceId(required(message.invoiceId(), "invoiceId")),
              PdfKind.valueOf(required(message.kind(), "kind")),
              message.version());
      outcome.ifPresent(stored -> generation.stored(message.timestamp()));
      return outcome;
    } catch (InterruptedException stopping) {
      // The node stops; another one will make the paper.
      throw stopping;
    } catch (Exception e) {
      generation.failed();
      throw e;
    }
  }

  private Optional<RecordInvoicePdf> invoice(
      TenantId tenant, InvoiceId id, PdfKind kind, int version) throws Exception {
    Optional<Callable<Rendering>> pending =
        switch (kind) {
          case DRAFT, ORIGINAL, COPY ->
              folds
                  .invoices()
                  .pending(tenant, id, kind, version)
                  .map(it -> () -> renderer.render(it));
          case RECEIPT ->
              folds.receipts().pending(tenant, id, version).map(it -> () -> renderer.render(it));
          case CREDIT_NOTE, DEBIT_NOTE ->
              folds.notes().pending(tenant, id, kind, version).map(it -> () -> renderer.render(it));
        };
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    StoredRendering stored =
        store.putOnce(
            tenant,
            DocumentKeys.invoice(tenant, id, kind, version),
            bounded(pending.get(), id.value()),
            named.in(id.value()));
    return Optional.of(
        new RecordInvoicePdf(
            id,
            tenant,
            kind,
            version,
            stored.key(),
            stored.sha256(),
            stored.size(),
            stored.templateHash(),
            stored.rendererVersion()));
  }

  private Optional<RecordProFormaPdf> proForma(TenantId tenant, ProFormaId id, int revision)
      throws Exception {
    Optional<ProFormaDocument> pending = folds.proFormas().pending(tenant, id, revision);
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    Rendering rendering = bounded(() -> renderer.render(pending.get()), id.value());
    StoredRendering stored =
        store.putOnce(
            tenant, DocumentKeys.proForma(tenant, id, revision), rendering, named.in(id.value()));
    return Optional.of(
        new RecordProFormaPdf(
            id,
            tenant,
            revision,
            stored.key(),
            stored.sha256(),
            stored.size(),
            stored.templateHash(),
            stored.rendererVersion()));
  }

  private Optional<TenantCommand> statement(TenantId tenant, MatterId id, int number)
      throws Exception {
    return switch (folds.statements().asked(tenant, id, number)) {
      case StatementFold.Asked.Not not -> Optional.empty();
      case StatementFold.Asked.Empty empty ->
          Optional.of(
              new RecordStatementFailure(
                  id, tenant, number, "no invoice of the matter was issued yet"));
      case StatementFold.Asked.For asked ->
          Optional.of(statement(tenant, id, number, asked.document(), asked.invoices()));
    };
  }

  private RecordStatement statement(
      TenantId tenant,
      MatterId id,
      int number,
      StatementDocument document,
      List<InvoiceId> invoices)
      throws Exception {
    UUID[] files =
        Stream.concat(Stream.of(id.value()), invoices.stream().map(InvoiceId::value))
            .toArray(UUID[]::new);
    StoredRendering stored =
        store.putOnce(
            tenant,
            DocumentKeys.statement(tenant, id, number),
            bounded(() -> renderer.render(document), id.value()),
            named.in(files));
    return new RecordStatement(
        id,
        tenant,
        number,
        stored.key(),
        stored.sha256(),
        stored.size(),
        stored.templateHash(),
        stored.rendererVersion());
  }

  /** On a thread of its own, because layout that does not end cannot be interrupted. */
  private static Rendering bounded(Callable<Rendering> rendering, UUID id) throws Exception {
    FutureTask<Rendering> task = new FutureTask<>(rendering);
    Thread.ofPlatform().daemon().name("pdf-" + id).start(task);
    try {
      return task.get(RENDERING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new IllegalStateException(
          "the paper of " + id + " was not set within " + RENDERING_TIMEOUT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the paper of " + id + " could not be set", e.getCause());
    }
  }

  private static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }
}
