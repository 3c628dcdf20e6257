package za.lexohub.domain.access;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterEvents.MatterAccessGranted;
import za.lexohub.messages.matter.MatterEvents.MatterAccessRevoked;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Which attorney may do what, as the log tells it at the moment of asking. Nothing is locked: a
 * grant that is taken back at the same moment may just have been used for the last time.
 */
@Component
class Grants {
  private final EventStore log;

  Grants(EventStore log) {
    this.log = log;
  }

  /** Empty when never granted, taken back, or not this tenant's matter. */
  Optional<AccessLevel> on(MatterId matter, TenantId tenant, String attorney) {
    DomainEventStream events = log.readEvents(matter.toString());
    TenantId owner = null;
    AccessLevel level = null;
    while (events.hasNext()) {
      DomainEventMessage<?> event = events.next();
      switch (event.getPayload()) {
        case MatterOpened it -> owner = it.tenantId();
        case MatterRequested it -> {
          owner = it.tenantId();
          level = it.requestedBy().equals(attorney) ? AccessLevel.OF_REQUESTER : null;
        }
        case MatterAccessGranted it when it.attorneyId().equals(attorney) -> level = it.level();
        case MatterAccessRevoked it when it.attorneyId().equals(attorney) -> level = null;
        default -> {
          // The rest of the matter's life says nothing about access.
        }
      }
    }
    return tenant.equals(owner) ? Optional.ofNullable(level) : Optional.empty();
  }

  /** The matter that the pro forma stands on now. */
  Optional<MatterId> matterOf(ProFormaId proForma) {
    DomainEventStream events = log.readEvents(proForma.toString());
    @Nullable MatterId matter = null;
    while (events.hasNext()) {
      matter =
          switch (events.next().getPayload()) {
            case ProFormaDrafted it -> it.matterId();
            case ProFormaConvertedToMatter it -> it.matterId();
            case ProFormaConversionReversed it -> null;
            default -> matter;
          };
    }
    return Optional.ofNullable(matter);
  }

  /** The matter that the invoice was made on. */
  Optional<MatterId> matterOf(InvoiceId invoice) {
    DomainEventStream events = log.readEvents(invoice.toString());
    return events.hasNext() && events.next().getPayload() instanceof InvoiceGenerated it
        ? Optional.ofNullable(it.matterId())
        : Optional.empty();
  }
}
