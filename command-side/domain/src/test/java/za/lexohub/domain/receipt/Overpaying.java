package za.lexohub.domain.receipt;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.InvoiceAccounts;

/** Hands the specifications of an invoice what records its payments. */
public final class Overpaying {

  /** With no receipt there yet. */
  public static Object handler(InvoiceAccounts invoices) {
    return new Overpayments(
        EventSourcingRepository.builder(Receipt.class)
            .eventStore(
                EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build())
            .build(),
        invoices,
        Samples.PRACTICES);
  }

  private Overpaying() {}
}
