package za.lexohub.processes.pdf;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
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
  private final Brands brands;

  InvoiceFold(EventStore eventStore, PersonalDataVault vault, Brands brands) {
    this.eventStore = eventStore;
    this.vault = vault;
    this.references = new References(eventStore);
    this.brands = brands;
  }

  /** Empty when the rendering was never requested by this tenant, is stored, or was given up. */
  Optional<InvoiceDocument> pending(
      TenantId tenant, InvoiceId invoiceId, PdfKind kind, int version) {
    InvoiceRequest request = new InvoiceRequest(kind, version);
    eventStore.readEvents(invoiceId.toString(), 0).asStream().forEach(request::on);
    return request.isPending(tenant)
        ? Optional.of(document(tenant, kind, request))
        : Optional.empty();
  }

  private InvoiceDocument document(TenantId tenant, PdfKind kind, InvoiceRequest request) {
    InvoiceContent content = request.content();
    InvoiceGenerated generated = content.generated();
    Wording wording = Erasure.wording(vault, tenant, content.wording(), content.lines().size());
    References.Matter matter = references.matter(tenant, generated.matterId());
    return new InvoiceDocument(
        kind,
        request.requestedAt(),
        generated.invoiceNumber(),
        Counsel.of(vault, tenant, generated.supplier(), request.brand(brands, tenant)),
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
}
