package za.lexohub.processes.pdf;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.processes.invoice.InvoiceContent;

/**
 * Reads one rendering of an invoice out of the log. What it says is settled by the first event that
 * requests it: a repeated request, or anything later, changes nothing.
 */
final class InvoiceFold {

  private final EventStore eventStore;
  private final PersonalDataVault vault;
  private final References references;

  InvoiceFold(EventStore eventStore, PersonalDataVault vault) {
    this.eventStore = eventStore;
    this.vault = vault;
    this.references = new References(eventStore);
  }

  /** Empty when the rendering was never requested by this tenant, is stored, or was given up. */
  Optional<InvoiceDocument> pending(
      TenantId tenant, InvoiceId invoiceId, PdfKind kind, int version) {
    State state = new State(kind, version);
    eventStore.readEvents(invoiceId.toString(), 0).asStream().forEach(state::on);
    if (!state.content.belongsTo(tenant) || state.requestedAt == null || state.settled) {
      return Optional.empty();
    }
    return Optional.of(document(tenant, state.kind, state.content, state.requestedAt));
  }

  private InvoiceDocument document(
      TenantId tenant, PdfKind kind, InvoiceContent content, Instant requestedAt) {
    InvoiceGenerated generated = content.generated();
    Wording wording = Erasure.wording(vault, tenant, content.wording(), content.lines().size());
    References.Matter matter = references.matter(tenant, generated.matterId());
    return new InvoiceDocument(
        kind,
        requestedAt,
        generated.invoiceNumber(),
        Counsel.of(vault, tenant, generated.supplier()),
        Erasure.party(vault, tenant, content.attorney()),
        Erasure.party(vault, tenant, generated.client()),
        wording.title(),
        wording.narrative(),
        matter.reference(),
        matter.courtCaseNumber(),
        references.quoteNumber(tenant, generated.proFormaId()),
        Item.of(content.lines(), wording),
        content.totals(),
        content.invoiceDate(),
        content.dueDate());
  }

  /** The invoice up to the request, and whether the request was answered after it. */
  private static final class State {
    private final PdfKind kind;
    private final int version;
    private final InvoiceContent content = new InvoiceContent();
    private @Nullable Instant requestedAt;
    private boolean settled;

    State(PdfKind kind, int version) {
      this.kind = kind;
      this.version = version;
    }

    void on(DomainEventMessage<?> message) {
      if (requestedAt == null) {
        content(message);
      }
      switch (message.getPayload()) {
        case InvoicePdfRequested e when e.kind() == kind && e.version() == version ->
            settled = false;
        case InvoicePdfStored e when e.kind() == kind && e.version() == version -> settled = true;
        case InvoicePdfFailed e when e.kind() == kind && e.version() == version -> settled = true;
        default -> {
          // says nothing about this rendering
        }
      }
    }

    private void content(DomainEventMessage<?> message) {
      content.on(message.getPayload());
      if (message.getPayload() instanceof InvoicePdfRequested e
          && e.kind() == kind
          && e.version() == version) {
        requestedAt = message.getTimestamp();
      }
    }
  }
}
