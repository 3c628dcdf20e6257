package za.lexohub.processes.pdf;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
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
    return matterId == null
        ? new Matter(null, null)
        : first(matterId.toString(), MatterOpened.class)
            .filter(opened -> opened.tenantId().equals(tenant))
            .map(opened -> new Matter(opened.reference(), opened.courtCaseNumber()))
            .orElseGet(() -> new Matter(null, null));
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
