package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Reads one revision of a pro forma out of the log, as it stood at the first event that requests
 * its paper.
 */
final class ProFormaFold {

  private final EventStore eventStore;
  private final PersonalDataVault vault;
  private final References references;
  private final Brands brands;

  ProFormaFold(EventStore eventStore, PersonalDataVault vault, Brands brands) {
    this.eventStore = eventStore;
    this.vault = vault;
    this.references = new References(eventStore);
    this.brands = brands;
  }

  /** Empty when the revision's paper was never requested by this tenant, is stored, or given up. */
  Optional<ProFormaDocument> pending(TenantId tenant, ProFormaId proFormaId, int revision) {
    State state = new State(revision);
    eventStore.readEvents(proFormaId.toString(), 0).asStream().forEach(state::on);
    ProFormaDrafted drafted = state.drafted;
    if (drafted == null
        || !drafted.tenantId().equals(tenant)
        || state.requestedAt == null
        || state.settled
        || state.current < revision) {
      return Optional.empty();
    }
    return Optional.of(document(drafted, state, state.requestedAt));
  }

  private ProFormaDocument document(ProFormaDrafted drafted, State state, Instant requestedAt) {
    TenantId tenant = drafted.tenantId();
    Offer offer = state.known(state.offer);
    Wording wording =
        Erasure.wording(vault, tenant, state.known(state.wording), offer.lines().size());
    References.Matter matter = references.matter(tenant, drafted.matterId());
    return new ProFormaDocument(
        state.revision,
        requestedAt,
        drafted.quoteNumber(),
        Counsel.of(
            vault,
            tenant,
            offer.supplier(),
            state.plain ? Brand.HOUSE : brands.at(tenant, requestedAt)),
        Erasure.party(vault, tenant, state.known(state.recipient)),
        Erasure.party(vault, tenant, drafted.client()),
        wording.title(),
        wording.description(),
        wording.narrative(),
        matter.reference(),
        matter.courtCaseNumber(),
        Item.of(offer.lines(), wording),
        offer.totals(),
        drafted.quoteDate(),
        state.sentOn,
        state.known(state.validUntil));
  }

  /** The revision up to the request, and whether the request was answered after it. */
  private static final class State {
    private final int revision;
    private int current;
    private @Nullable ProFormaDrafted drafted;
    private @Nullable PersonalData wording;
    private @Nullable Offer offer;
    private @Nullable Party recipient;
    private @Nullable LocalDate validUntil;
    private @Nullable LocalDate sentOn;
    private @Nullable Instant requestedAt;
    private boolean settled;
    private boolean plain;

    State(int revision) {
      this.revision = revision;
    }

    void on(DomainEventMessage<?> message) {
      if (requestedAt == null && current <= revision) {
        content(message);
      }
      switch (message.getPayload()) {
        case ProFormaPdfRequested e when e.revision() == revision -> settled = false;
        case ProFormaPdfStored e when e.revision() == revision -> {
          settled = true;
          plain = PdfRenderer.isPlain(e.rendererVersion());
        }
        case ProFormaPdfFailed e when e.revision() == revision -> settled = true;
        default -> {
          // says nothing about this rendering
        }
      }
    }

    private void content(DomainEventMessage<?> message) {
      switch (message.getPayload()) {
        case ProFormaDrafted e -> {
          drafted = e;
          current = 1;
          wording = e.wording();
          offer = e.offer();
          recipient = e.attorney();
          validUntil = e.validUntil();
        }
        case ProFormaRevised e when e.revision() <= revision -> {
          current = e.revision();
          wording = e.wording();
          offer = e.offer();
          validUntil = e.validUntil();
          sentOn = null;
        }
        case ProFormaExtended e when e.validUntil() != null -> validUntil = e.validUntil();
        case ProFormaSent e when e.revision() == current -> {
          recipient = e.recipient();
          validUntil = e.validUntil();
          sentOn = BusinessTime.dateAt(e.sentAt());
        }
        case ProFormaPdfRequested e when e.revision() == revision ->
            requestedAt = message.getTimestamp();
        default -> {
          // does not stand on the paper
        }
      }
    }

    <T> T known(@Nullable T value) {
      if (value == null) {
        throw new IllegalStateException("a quote begins with ProFormaDrafted");
      }
      return value;
    }
  }
}
