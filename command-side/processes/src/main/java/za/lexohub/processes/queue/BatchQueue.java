package za.lexohub.processes.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Hands every requested batch to the batch queue, at least once. The worker goes on where it, or
 * another, has stopped. Never during a replay.
 */
@DisallowReplay
@ProcessingGroup(BatchQueue.GROUP)
final class BatchQueue {

  static final String GROUP = "batch-queue";

  private final WorkQueue queue;

  BatchQueue(WorkQueue queue) {
    this.queue = queue;
  }

  @EventHandler
  void on(
      InvoiceBatchRequested event,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    List<UUID> ids =
        Stream.concat(
                event.proFormas().stream().map(ProFormaId::value),
                event.matters().stream().map(MatterId::value))
            .toList();
    queue.put(
        new BatchInvoices(
            BatchInvoices.TYPE, ids, event.tenantId().value(), at, event.batchId().value()),
        Map.of(),
        correlation);
  }
}
