package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;

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
    InvoiceGenerated generated = state.generated;
    if (generated == null
        || !generated.tenantId().equals(tenant)
        || state.requestedAt == null
        || state.settled) {
      return Optional.empty();
    }
    return Optional.of(document(generated, state, state.requestedAt));
  }

  private InvoiceDocument document(InvoiceGenerated generated, State state, Instant requestedAt) {
    TenantId tenant = generated.tenantId();
    Wording wording = Erasure.wording(vault, tenant, state.wording(), state.lines.size());
    References.Matter matter = references.matter(tenant, generated.matterId());
    return new InvoiceDocument(
        state.kind,
        requestedAt,
        generated.invoiceNumber(),
        Counsel.of(vault, tenant, generated.supplier()),
        Erasure.party(vault, tenant, state.recipient()),
        Erasure.party(vault, tenant, generated.client()),
        wording.title(),
        wording.narrative(),
        matter.reference(),
        matter.courtCaseNumber(),
        references.quoteNumber(tenant, generated.proFormaId()),
        Item.of(state.lines, wording),
        state.totals(),
        state.invoiceDate(),
        state.dueDate());
  }

  /** The invoice up to the request, and whether the request was answered after it. */
  private static final class State {
    private final PdfKind kind;
    private final int version;
    private @Nullable InvoiceGenerated generated;
    private @Nullable PersonalData wording;
    private List<Line> lines = List.of();
    private @Nullable Totals totals;
    private @Nullable LocalDate invoiceDate;
    private @Nullable LocalDate dueDate;
    private @Nullable Party recipient;
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
      switch (message.getPayload()) {
        case InvoiceGenerated e -> {
          generated = e;
          wording = e.wording();
          lines = e.lines();
          totals = e.totals();
          invoiceDate = e.invoiceDate();
          dueDate = e.dueDate();
          recipient = e.attorney();
        }
        case InvoiceDraftUpdated e -> {
          wording = e.wording();
          lines = e.lines();
          totals = e.totals();
          invoiceDate = e.invoiceDate();
          dueDate = e.dueDate();
        }
        case InvoiceDiscountApplied e -> totals = e.totals();
        case InvoiceSent e -> {
          totals = e.totals();
          invoiceDate = e.invoiceDate();
          dueDate = e.dueDate();
          recipient = e.recipient();
        }
        case InvoicePdfRequested e when e.kind() == kind && e.version() == version ->
            requestedAt = message.getTimestamp();
        default -> {
          // does not stand on the paper
        }
      }
    }

    PersonalData wording() {
      return known(wording);
    }

    Totals totals() {
      return known(totals);
    }

    LocalDate invoiceDate() {
      return known(invoiceDate);
    }

    LocalDate dueDate() {
      return known(dueDate);
    }

    Party recipient() {
      return known(recipient);
    }

    private static <T> T known(@Nullable T value) {
      if (value == null) {
        throw new IllegalStateException("an invoice begins with InvoiceGenerated");
      }
      return value;
    }
  }
}
