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
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Hands every requested mail to the mail queue, at least once, with ids in place of names and
 * addresses. Never during a replay: nobody is mailed twice because a read model is rebuilt.
 */
@DisallowReplay
@ProcessingGroup(EmailQueue.GROUP)
final class EmailQueue {

  static final String GROUP = "email-queue";

  /** Who signs an agreement; no mail about an invoice goes there. */
  private static final String CLIENT = "CLIENT";

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
        new SendEmail.Data(
            tenant, event.invoiceId().value(), null, event.delivery(), sequence, null, null);
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
        new SendEmail.Data(
            tenant, null, event.proFormaId().value(), event.revision(), sequence, null, null);
    put(Recipient.ATTORNEY, event.template(), data, at, correlation);
  }

  @EventHandler
  void on(
      ProFormaLinkSent event,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    put(
        Recipient.ATTORNEY,
        "pro-forma-link",
        further(event.proFormaId(), event.delivery(), sequence, tenant),
        at,
        correlation);
  }

  @EventHandler
  void on(
      ProFormaResent event,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    put(
        Recipient.ATTORNEY,
        "pro-forma-again",
        further(event.proFormaId(), event.delivery(), sequence, tenant),
        at,
        correlation);
  }

  private static SendEmail.Data further(
      ProFormaId proFormaId, int delivery, long sequence, String tenant) {
    return new SendEmail.Data(tenant, null, proFormaId.value(), delivery, sequence, null, null);
  }

  @EventHandler
  void on(
      MatterNotificationRequested event,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    var data =
        new SendEmail.Data(
            tenant, null, null, event.delivery(), sequence, event.matterId().value(), null);
    put(Recipient.ATTORNEY, event.template(), data, at, correlation);
  }

  @EventHandler
  void on(
      AgreementNotificationRequested event,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      @MetaDataValue(MetadataKeys.TENANT) String tenant,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    var data =
        new SendEmail.Data(
            tenant, null, null, event.delivery(), sequence, null, event.agreementId().value());
    put(CLIENT, event.template(), data, at, correlation);
  }

  private void put(
      Recipient to,
      String template,
      SendEmail.Data data,
      Instant at,
      @Nullable String correlation) {
    put(to.name(), template, data, at, correlation);
  }

  private void put(
      String to, String template, SendEmail.Data data, Instant at, @Nullable String correlation) {
    queue.put(new SendEmail(SendEmail.TYPE, to, template, data, at), Map.of(), correlation);
  }
}
