package za.lexohub.messages.serialization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.agreement.AgreementEvents;
import za.lexohub.messages.attachment.AttachmentEvents;
import za.lexohub.messages.batch.InvoiceBatchEvents;
import za.lexohub.messages.creditnote.CreditNoteEvents;
import za.lexohub.messages.dispute.PaymentDisputeEvents;
import za.lexohub.messages.erasure.ErasureEvents;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.messages.notification.InboxEvents;
import za.lexohub.messages.numbering.NumberSequenceEvents;
import za.lexohub.messages.operation.OperationEvents;
import za.lexohub.messages.practice.AdvocateEvents;
import za.lexohub.messages.proforma.ProFormaEvents;
import za.lexohub.messages.ratecard.RateCardEvents;
import za.lexohub.messages.receipt.ReceiptEvents;
import za.lexohub.messages.retainer.RetainerEvents;
import za.lexohub.messages.scope.ScopeAmendmentEvents;
import za.lexohub.messages.trust.TrustAccountEvents;

/**
 * The register of logical event names, built by walking the sealed hierarchies. An event without a
 * name, or two with the same, stop the start: the log must never meet a name that nobody knows.
 */
public final class EventTypes {

  private static final List<Class<? extends DomainEvent>> VOCABULARIES =
      List.of(
          MatterEvents.class,
          ProFormaEvents.class,
          InvoiceEvents.class,
          NumberSequenceEvents.class,
          ErasureEvents.class,
          AdvocateEvents.class,
          InvoiceBatchEvents.class,
          RateCardEvents.class,
          CreditNoteEvents.class,
          PaymentDisputeEvents.class,
          ReceiptEvents.class,
          RetainerEvents.class,
          TrustAccountEvents.class,
          AgreementEvents.class,
          ScopeAmendmentEvents.class,
          InboxEvents.class,
          AttachmentEvents.class,
          OperationEvents.class);

  private final Map<String, Class<?>> classes = new HashMap<>();
  private final Map<Class<?>, EventType> types = new HashMap<>();

  /** Of all events of the product. */
  public EventTypes() {
    this(VOCABULARIES);
  }

  EventTypes(List<? extends Class<?>> vocabularies) {
    for (Class<?> vocabulary : vocabularies) {
      for (Class<?> event : vocabulary.getPermittedSubclasses()) {
        register(event);
      }
    }
  }

  private void register(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalStateException(event.getName() + " has no @EventType");
    }
    Class<?> other = classes.put(type.value(), event);
    if (other != null) {
      throw new IllegalStateException(
          "two events are named " + type.value() + ": " + other.getName() + ", " + event.getName());
    }
    types.put(event, type);
  }

  /** All events of the present revisions. */
  public Iterable<Class<?>> events() {
    return List.copyOf(types.keySet());
  }

  /** What this release writes. */
  List<EventRevision> revisions() {
    return types.values().stream().map(EventRevision::of).toList();
  }

  Optional<EventType> typeOf(Class<?> event) {
    return Optional.ofNullable(types.get(event));
  }

  /** For a name of the register. */
  Class<?> classOf(String name) {
    Class<?> event = classes.get(name);
    if (event == null) {
      throw new IllegalArgumentException("no event is named " + name);
    }
    return event;
  }
}
