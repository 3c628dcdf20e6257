package za.lexohub.processes.pdf;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteIssued;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.party.PersonalDataVault;

/**
 * Reads one credit or debit note out of the log: the invoice's stream names it, its own stream says
 * what it says.
 */
final class NoteFold {

  private final EventStore eventStore;
  private final PersonalDataVault vault;
  private final References references;
  private final Brands brands;

  NoteFold(EventStore eventStore, PersonalDataVault vault, Brands brands) {
    this.eventStore = eventStore;
    this.vault = vault;
    this.references = new References(eventStore);
    this.brands = brands;
  }

  /** Empty when it was never requested by this tenant, is stored, or was given up. */
  Optional<NoteDocument> pending(TenantId tenant, InvoiceId invoiceId, PdfKind kind, int ordinal) {
    InvoiceRequest request = new InvoiceRequest(kind, ordinal);
    eventStore.readEvents(invoiceId.toString(), 0).asStream().forEach(request::on);
    return request.isPending(tenant)
        ? named(request, kind, ordinal).flatMap(note -> document(tenant, request, note))
        : Optional.empty();
  }

  private static Optional<CreditNoteId> named(InvoiceRequest request, PdfKind kind, int ordinal) {
    return kind == PdfKind.CREDIT_NOTE
        ? request.past(CreditNoteApplied.class).stream()
            .filter(note -> note.ordinal() == ordinal)
            .map(CreditNoteApplied::creditNoteId)
            .findFirst()
        : request.past(DebitNoteApplied.class).stream()
            .filter(note -> note.ordinal() == ordinal)
            .map(DebitNoteApplied::creditNoteId)
            .findFirst();
  }

  private Optional<NoteDocument> document(
      TenantId tenant, InvoiceRequest request, CreditNoteId noteId) {
    List<Object> note =
        eventStore
            .readEvents(noteId.toString(), 0)
            .asStream()
            .<Object>map(message -> message.getPayload())
            .toList();
    return first(note, CreditNoteDrafted.class)
        .filter(drafted -> drafted.tenantId().equals(tenant))
        .flatMap(
            drafted ->
                first(note, CreditNoteIssued.class)
                    .map(issued -> document(tenant, request, drafted, issued)));
  }

  private NoteDocument document(
      TenantId tenant, InvoiceRequest request, CreditNoteDrafted drafted, CreditNoteIssued issued) {
    Counsel counsel = Counsel.of(vault, tenant, issued.supplier(), request.brand(brands, tenant));
    return new NoteDocument(
        drafted.kind(),
        request.requestedAt(),
        issued.noteNumber(),
        issued.invoiceNumber(),
        request.content().invoiceDate(),
        issued.issuedOn(),
        counsel,
        Heading.of(vault, references, tenant, request.content()),
        counsel.chargesVat(request.content().totals()),
        request.content().totals().vatRateBasisPoints(),
        issued.amount(),
        issued.vatPortion(),
        issued.correctTotal(),
        Erasure.note(vault, tenant, drafted.reason()));
  }

  private static <E> Optional<E> first(List<Object> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
