package za.lexohub.processes.pdf;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;

/**
 * Whom the papers of an invoice or pro forma tell about, in all their renderings: client, attorney
 * and wording. The advocate, who stands on them too, is no subject of the file.
 */
final class NamedSubjects {

  private final EventStore eventStore;

  NamedSubjects(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  Set<UUID> in(UUID id) {
    Set<UUID> subjects = new LinkedHashSet<>();
    eventStore
        .readEvents(id.toString(), 0)
        .asStream()
        .flatMap(message -> envelopes(message.getPayload()))
        .map(PersonalData::subjectId)
        .forEach(subjects::add);
    return subjects;
  }

  private static Stream<PersonalData> envelopes(Object event) {
    return switch (event) {
      case InvoiceGenerated e -> of(e.client(), e.attorney(), e.wording());
      case InvoiceDraftUpdated e -> Stream.of(e.wording());
      case InvoiceSent e -> Stream.of(e.recipient().details());
      case ProFormaDrafted e -> of(e.client(), e.attorney(), e.wording());
      case ProFormaRevised e -> Stream.of(e.wording());
      case ProFormaSent e -> Stream.of(e.recipient().details());
      default -> Stream.empty();
    };
  }

  private static Stream<PersonalData> of(Party client, Party attorney, PersonalData wording) {
    return Stream.of(client.details(), attorney.details(), wording);
  }
}
