package za.lexohub.processes.pdf;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.creditnote.CreditNoteEvents.CreditNoteDrafted;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;

/**
 * Whom the papers of an invoice, pro forma or matter tell about, in all their renderings: client,
 * attorney, wording, and whoever is named in what a person typed about a payment or a note. The
 * advocate, who stands on them too, is no subject of the file.
 */
final class NamedSubjects {

  private final EventStore eventStore;

  NamedSubjects(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  /**
   * @param ids of the files that the paper tells about
   */
  Set<UUID> in(UUID... ids) {
    Set<UUID> subjects = new LinkedHashSet<>();
    for (UUID id : ids) {
      envelopesIn(id).map(PersonalData::subjectId).forEach(subjects::add);
    }
    return subjects;
  }

  private Stream<PersonalData> envelopesIn(UUID id) {
    return eventStore
        .readEvents(id.toString(), 0)
        .asStream()
        .flatMap(message -> envelopes(message.getPayload()));
  }

  private Stream<PersonalData> envelopes(Object event) {
    return switch (event) {
      case InvoiceGenerated e -> of(e.client(), e.attorney(), e.wording());
      case InvoiceDraftUpdated e -> Stream.of(e.wording());
      case InvoiceSent e -> Stream.of(e.recipient().details());
      case ProFormaDrafted e -> of(e.client(), e.attorney(), e.wording());
      case ProFormaRevised e -> Stream.of(e.wording());
      case ProFormaSent e -> Stream.of(e.recipient().details());
      case PaymentRecorded e -> Stream.ofNullable(e.reference());
      case CreditNoteApplied e -> envelopesIn(e.creditNoteId().value());
      case DebitNoteApplied e -> envelopesIn(e.creditNoteId().value());
      case CreditNoteDrafted e -> Stream.of(e.reason());
      case MatterOpened e -> of(e.client(), e.attorney(), e.wording());
      case MatterRequested e -> of(e.client(), e.attorney(), e.wording());
      default -> Stream.empty();
    };
  }

  private static Stream<PersonalData> of(Party client, Party attorney, PersonalData wording) {
    return Stream.of(client.details(), attorney.details(), wording);
  }
}
