package za.lexohub.processes.pdf;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * The numbers by which a paper refers to other files. Each was given once, by one event before the
 * paper was asked for, and never changes; so a paper made again later says the same.
 */
final class References {

  private final EventStore eventStore;

  References(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  /** A matter as papers cite it. */
  record Matter(@Nullable String reference, @Nullable String courtCaseNumber) {}

  Matter matter(TenantId tenant, @Nullable MatterId matterId) {
    if (matterId == null) {
      return new Matter(null, null);
    }
    Optional<Matter> opened =
        first(matterId.toString(), MatterOpened.class)
            .filter(event -> event.tenantId().equals(tenant))
            .map(event -> new Matter(event.reference(), event.courtCaseNumber()));
    return opened.or(() -> requested(tenant, matterId)).orElseGet(() -> new Matter(null, null));
  }

  /** A matter that began with an attorney's request. */
  private Optional<Matter> requested(TenantId tenant, MatterId matterId) {
    String court =
        first(matterId.toString(), MatterAccepted.class)
            .map(MatterAccepted::courtCaseNumber)
            .orElse(null);
    return first(matterId.toString(), MatterRequested.class)
        .filter(event -> event.tenantId().equals(tenant))
        .map(event -> new Matter(event.reference(), court));
  }

  @Nullable String quoteNumber(TenantId tenant, @Nullable ProFormaId proFormaId) {
    return proFormaId == null
        ? null
        : first(proFormaId.toString(), ProFormaDrafted.class)
            .filter(drafted -> drafted.tenantId().equals(tenant))
            .map(ProFormaDrafted::quoteNumber)
            .orElse(null);
  }

  private <E> Optional<E> first(String aggregateId, Class<E> type) {
    return eventStore
        .readEvents(aggregateId, 0)
        .asStream()
        .map(message -> (Object) message.getPayload())
        .filter(type::isInstance)
        .<E>map(type::cast)
        .findFirst();
  }
}
