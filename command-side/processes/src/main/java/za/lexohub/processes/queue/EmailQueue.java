package za.lexohub.processes.queue;

import java.time.Instant;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;

/**
 * Hands every requested mail to the mail queue, at least once, with ids in place of names and
 * addresses. Never during a replay: nobody is mailed twice because a read model is rebuilt.
 */
@DisallowReplay
@ProcessingGroup(EmailQueue.GROUP)
final class EmailQueue {

  static final String GROUP = "email-queue";

  private final WorkQueue queue;

  EmailQueue(WorkQueue queue) {
    this.queue = queue;
  }

  @EventHandler
  void on(
      InvoiceNotificationRequested event,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    var data =
        new SendEmail.Data(tenant, event.invoiceId().value(), null, event.delivery(), sequence);
    put(event.recipient(), event.template(), data, at, correlation);
  }

  @EventHandler
  void on(
      ProFormaNotificationRequested event,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    var data =
        new SendEmail.Data(tenant, null, event.proFormaId().value(), event.revision(), sequence);
    put(Recipient.ATTORNEY, event.template(), data, at, correlation);
  }

  private void put(
      Recipient to,
      String template,
      SendEmail.Data data,
      Instant at,
      @Nullable String correlation) {
    queue.put(new SendEmail(SendEmail.TYPE, to.name(), template, data, at), Map.of(), correlation);
  }
}
