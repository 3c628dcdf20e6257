package za.lexohub.processes.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationBounce;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.MailBounce;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.Worker;

/**
 * Records that a mail about an invoice came back for good. Which mail it was stands in its
 * Message-ID, whose it was in the log. Mails about anything else have no such record; the server's
 * log tells about them.
 */
final class BounceWorker implements Worker<MailBounce> {

  private static final Logger log = LoggerFactory.getLogger(BounceWorker.class);
  private static final String PERMANENT = "Permanent";
  private static final Pattern STATUS = Pattern.compile("\\d\\.\\d{1,3}\\.\\d{1,3}");

  /** As {@link Archive#letterId} makes it. */
  private static final Pattern LETTER =
      Pattern.compile(
          "<?([a-z-]+)\\.(\\d{1,9})"
              + "\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@.*");

  private final Archive archive;
  private final OutcomeRecorder recorder;

  BounceWorker(Archive archive, OutcomeRecorder recorder) {
    this.archive = archive;
    this.recorder = recorder;
  }

  @Override
  public void work(MailBounce message, Delivery delivery) throws Exception {
    Matcher letter = LETTER.matcher(messageId(message));
    if (!PERMANENT.equals(message.bounce().bounceType()) || !letter.matches()) {
      log.info("Bounce {} is not for good, or of no mail of ours", delivery.messageId());
      return;
    }
    InvoiceId invoice = InvoiceId.of(UUID.fromString(letter.group(3)).toString());
    Optional<TenantId> owner = owner(invoice);
    if (owner.isEmpty()) {
      log.warn("A mail {} that came back is about no invoice", letter.group(1));
      return;
    }
    String template = letter.group(1);
    recorder.record(
        new RecordInvoiceNotificationBounce(
            invoice,
            owner.get(),
            template,
            template.equals(InvoiceCorrespondence.GENERATED)
                ? Recipient.ADVOCATE
                : Recipient.ATTORNEY,
            Integer.parseInt(letter.group(2)),
            reason(message.bounce().bouncedRecipients())),
        delivery.correlationId());
  }

  private static String messageId(MailBounce message) {
    MailBounce.CommonHeaders headers = message.mail().commonHeaders();
    return headers == null || headers.messageId() == null ? "" : headers.messageId();
  }

  private Optional<TenantId> owner(InvoiceId invoice) {
    return archive
        .events(invoice.toString())
        .map(DomainEventMessage::getPayload)
        .filter(InvoiceGenerated.class::isInstance)
        .map(event -> ((InvoiceGenerated) event).tenantId())
        .findFirst();
  }

  /** The code alone: what a server says in words names people. */
  private static String reason(@Nullable List<MailBounce.Recipient> recipients) {
    return recipients == null
        ? "returned for good"
        : recipients.stream()
            .map(MailBounce.Recipient::status)
            .filter(status -> status != null && STATUS.matcher(status).matches())
            .findFirst()
            .map(status -> "returned for good, " + status)
            .orElse("returned for good");
  }
}
