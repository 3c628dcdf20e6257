package za.lexohub.processes.billing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.batch.BatchResult;
import za.lexohub.messages.batch.InvoiceBatchCommands.RecordBatchItem;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaCommands.RequestInvoicing;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.processes.queue.BatchInvoices;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.Worker;

/**
 * Invoices the entries of a batch one after another, and records of each what became of it. What a
 * rule refuses is recorded and keeps no other entry from being invoiced; what may pass is thrown,
 * and the message goes on, when it comes again, with the entries that are left.
 */
final class BatchInvoicesWorker implements Worker<BatchInvoices> {

  /** What stands for an entry that names nothing of the tenant's. */
  static final String NOT_FOUND = "not-found";

  private static final Logger log = LoggerFactory.getLogger(BatchInvoicesWorker.class);

  private final EventStore events;
  private final OutcomeRecorder recorder;

  BatchInvoicesWorker(EventStore events, OutcomeRecorder recorder) {
    this.events = events;
    this.recorder = recorder;
  }

  /** What became of an entry. */
  private record Result(BatchResult result, @Nullable InvoiceId invoiceId, @Nullable String code) {
    static Result refused(String code) {
      return new Result(BatchResult.REFUSED, null, code);
    }
  }

  @Override
  public void work(BatchInvoices message, Delivery delivery) throws Exception {
    TenantId tenant = new TenantId(message.userId());
    InvoiceBatchId batchId = new InvoiceBatchId(message.batchId());
    Optional<BatchProgress> batch = BatchProgress.of(events, tenant, batchId);
    if (batch.isEmpty()) {
      log.warn("message {} names no batch of its tenant", delivery.messageId());
      return;
    }
    for (ProFormaId proForma : batch.get().proFormas()) {
      Result result = invoice(proForma, tenant, batch.get(), delivery);
      record(batchId, tenant, proForma.value(), result, delivery);
    }
    for (MatterId matter : batch.get().matters()) {
      Result result = invoice(batchId, matter, tenant, batch.get(), delivery);
      record(batchId, tenant, matter.value(), result, delivery);
    }
  }

  /**
   * Its billing goes on by itself, which may bring it to an end before this is recorded; also to
   * the end that the draft is discarded. So the batch asks for the one round that comes after those
   * before its request: when its message comes again, that round has begun and nothing is billed a
   * second time.
   */
  private Result invoice(
      ProFormaId proForma, TenantId tenant, BatchProgress batch, Delivery delivery)
      throws Exception {
    int before = roundsBefore(batch.requestedAt(), proForma);
    try {
      recorder.dispatch(
          new RequestInvoicing(proForma, tenant, before + 1), delivery.correlationId());
      return new Result(BatchResult.STARTED, InvoiceId.forProForma(proForma, before + 1), null);
    } catch (RuleViolated refusal) {
      return refusal.rule() == Rule.PRO_FORMA_ALREADY_INVOICED
          ? new Result(BatchResult.ALREADY_INVOICED, InvoiceId.forProForma(proForma, before), null)
          : Result.refused(refusal.rule().code());
    } catch (NotFound nothing) {
      return Result.refused(NOT_FOUND);
    }
  }

  /** How many rounds of its billing had begun when the batch was requested. */
  private int roundsBefore(Instant requestedAt, ProFormaId proForma) {
    return events
        .readEvents(proForma.toString())
        .asStream()
        .filter(message -> message.getTimestamp().isBefore(requestedAt))
        .map(
            message ->
                switch (message.getPayload()) {
                  case ProFormaAccepted it -> it.round();
                  case ProFormaInvoicingRequested it -> it.round();
                  default -> 0;
                })
        .max(Integer::compare)
        .orElse(0);
  }

  private Result invoice(
      InvoiceBatchId batchId,
      MatterId matter,
      TenantId tenant,
      BatchProgress batch,
      Delivery delivery)
      throws Exception {
    InvoiceId invoiceId = invoiceOf(batchId, matter);
    try {
      recorder.dispatch(
          new GenerateMatterInvoice(
              invoiceId,
              tenant,
              matter,
              InvoiceType.INTERIM,
              List.of(),
              batch.invoiceDate(),
              null,
              null,
              batch.invoiceDate()),
          delivery.correlationId());
      return new Result(BatchResult.INVOICED, invoiceId, null);
    } catch (RuleViolated refusal) {
      return Result.refused(refusal.rule().code());
    } catch (NotFound nothing) {
      return Result.refused(NOT_FOUND);
    }
  }

  /** The same at every attempt, so that a message that comes again makes no second invoice. */
  static InvoiceId invoiceOf(InvoiceBatchId batchId, MatterId matter) {
    return new InvoiceId(
        UUID.nameUUIDFromBytes((batchId + "/" + matter).getBytes(StandardCharsets.UTF_8)));
  }

  private void record(
      InvoiceBatchId batchId, TenantId tenant, UUID item, Result result, Delivery delivery)
      throws Exception {
    recorder.record(
        new RecordBatchItem(
            batchId, tenant, item, result.result(), result.invoiceId(), result.code()),
        delivery.correlationId());
  }
}
