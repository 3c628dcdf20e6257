package za.lexohub.processes.queue;

import java.time.Instant;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.matter.MatterEvents.MatterStatementRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;

/**
 * Hands every requested document to the PDF queue, at least once. The worker recognises what it has
 * rendered. Never during a replay.
 */
@DisallowReplay
@ProcessingGroup(PdfQueue.GROUP)
final class PdfQueue {

  static final String GROUP = "pdf-queue";

  private static final Map<String, String> HIGH_PRIORITY = Map.of("priority", "high");

  private final WorkQueue queue;

  PdfQueue(WorkQueue queue) {
    this.queue = queue;
  }

  @EventHandler
  void on(
      InvoicePdfRequested event,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    queue.put(
        new GeneratePdf(
            GeneratePdf.TYPE,
            event.invoiceId().value(),
            tenant,
            at,
            "INVOICE",
            null,
            event.kind().name(),
            event.version(),
            null),
        HIGH_PRIORITY,
        correlation);
  }

  @EventHandler
  void on(
      ProFormaPdfRequested event,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    queue.put(
        new GeneratePdf(
            GeneratePdf.TYPE,
            null,
            tenant,
            at,
            "PRO_FORMA",
            event.proFormaId().value(),
            null,
            event.revision(),
            null),
        HIGH_PRIORITY,
        correlation);
  }

  @EventHandler
  void on(
      MatterStatementRequested event,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    queue.put(
        new GeneratePdf(
            GeneratePdf.TYPE,
            null,
            tenant,
            at,
            "STATEMENT",
            null,
            null,
            event.number(),
            event.matterId().value()),
        HIGH_PRIORITY,
        correlation);
  }
}
