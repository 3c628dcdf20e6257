package za.lexohub.processes.mail;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateDetailsChanged;
import za.lexohub.messages.practice.AdvocateEvents.AdvocateRegistered;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.processes.storage.DocumentStore;

/** Where a letter's contents come from: the log, the vault and the stored papers. */
final class Archive {

  static final String ERASED = "[erased]";

  /** Who writes, where the log holds no name. */
  static final String COUNSEL = "your advocate";

  private final EventStore eventStore;
  private final PersonalDataVault vault;
  private final DocumentStore documents;

  Archive(EventStore eventStore, PersonalDataVault vault, DocumentStore documents) {
    this.eventStore = eventStore;
    this.vault = vault;
    this.documents = documents;
  }

  Stream<? extends DomainEventMessage<?>> events(String aggregateId) {
    return eventStore.readEvents(aggregateId, 0).asStream();
  }

  <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
    return vault.open(tenant, sealed, type);
  }

  Optional<PartyDetails> party(TenantId tenant, Party party) {
    return vault.open(tenant, party.details(), PartyDetails.class);
  }

  /** The advocate's own particulars as the log has them; empty when they are configured only. */
  Optional<SupplierDetails> practice(TenantId tenant) {
    return events(AdvocateId.of(tenant).toString())
        .map(message -> (Object) message.getPayload())
        .flatMap(
            event ->
                switch (event) {
                  case AdvocateRegistered e -> Stream.of(e.details());
                  case AdvocateDetailsChanged e -> Stream.of(e.details());
                  default -> Stream.<PersonalData>empty();
                })
        .reduce((earlier, later) -> later)
        .flatMap(details -> vault.open(tenant, details, SupplierDetails.class));
  }

  byte[] document(TenantId tenant, String key, String sha256) {
    return documents.readVerified(tenant, key, sha256);
  }

  static String letterId(String template, int number, UUID aggregateId) {
    return template + "." + number + "." + aggregateId;
  }

  static String unreachable(boolean erased) {
    return erased
        ? "the recipient's personal data is erased"
        : "the recipient has no usable e-mail address";
  }

  /** Subjects are searched and quoted: ordinary spaces. */
  static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
