package za.lexohub.domain.receipt;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.InvoiceAccounts;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.receipt.ReceiptId;

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

  /** What keeps more than the invoice could take of a payment. */
  public static ReceiptId restOf(TenantId tenant, InvoiceId invoice, PaymentId payment) {
    return PaymentTraces.idOf(tenant, invoice, payment);
  }

  private Overpaying() {}
}
