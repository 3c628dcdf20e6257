package za.lexohub.projectors.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.projectors.Story;

/** Writes the lives of invoices into a log. */
final class RebuildLog {

  private final EventStore log;
  private final Map<String, Long> next = new ConcurrentHashMap<>();

  RebuildLog(EventStore log) {
    this.log = log;
  }

  /** An invoice that was sent. */
  Story sent() {
    Story story = new Story(RebuildNode.VAULT);
    append(story, "Invoice", story.invoiceId.toString(), story.invoiceGenerated());
    append(story, "Invoice", story.invoiceId.toString(), story.invoiceSent());
    return story;
  }

  /** The count of the invoice's events. */
  long versionOf(Story story) {
    return next.get(story.invoiceId.toString());
  }

  void viewed(Story story) {
    append(
        story,
        "Invoice",
        story.invoiceId.toString(),
        new InvoiceViewed(story.invoiceId, Instant.now()));
  }

  void erased(Story story) {
    FileReference file = FileReference.of(story.matterId);
    PersonalFileId id = PersonalFileId.of(file);
    append(
        story,
        "PersonalFile",
        id.toString(),
        new PersonalDataErased(
            id,
            story.tenant,
            new ErasedData(
                file,
                List.of(FileSubject.CLIENT, FileSubject.ATTORNEY, FileSubject.WORDING),
                List.of(),
                List.of(story.invoiceId.value())),
            story.vault.seal(story.tenant, UUID.randomUUID(), (Object) "asked for it"),
            List.of(),
            Instant.now()));
  }

  private void append(Story story, String type, String id, DomainEvent event) {
    long sequence = next.merge(id, 1L, Long::sum) - 1;
    log.publish(
        new GenericDomainEventMessage<>(
            type, id, sequence, event, MetaData.with(MetadataKeys.TENANT, story.tenant.value())));
  }
}
