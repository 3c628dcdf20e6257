package za.lexohub.processes.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchItemDone;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/** What of a batch is still to be done, as its own stream tells it. */
record BatchProgress(
    Instant requestedAt,
    LocalDate invoiceDate,
    List<ProFormaId> proFormas,
    List<MatterId> matters) {

  /** Empty when the tenant has no such batch. */
  static Optional<BatchProgress> of(EventStore events, TenantId tenant, InvoiceBatchId batchId) {
    DomainEventStream stream = events.readEvents(batchId.toString());
    if (!stream.hasNext()) {
      return Optional.empty();
    }
    DomainEventMessage<?> first = stream.next();
    if (!(first.getPayload() instanceof InvoiceBatchRequested batch)
        || !batch.tenantId().equals(tenant)) {
      return Optional.empty();
    }
    Set<UUID> done = new HashSet<>();
    stream.forEachRemaining(
        message -> {
          if (message.getPayload() instanceof InvoiceBatchItemDone item) {
            done.add(item.item());
          }
        });
    return Optional.of(
        new BatchProgress(
            first.getTimestamp(),
            batch.invoiceDate(),
            batch.proFormas().stream().filter(it -> !done.contains(it.value())).toList(),
            batch.matters().stream().filter(it -> !done.contains(it.value())).toList()));
  }
}
