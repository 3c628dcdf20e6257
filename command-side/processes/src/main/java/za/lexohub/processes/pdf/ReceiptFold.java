package za.lexohub.processes.pdf;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.party.PersonalDataVault;

/** Reads one receipt out of the log. */
final class ReceiptFold {

  private final EventStore eventStore;
  private final PersonalDataVault vault;
  private final References references;
  private final Brands brands;

  ReceiptFold(EventStore eventStore, PersonalDataVault vault, Brands brands) {
    this.eventStore = eventStore;
    this.vault = vault;
    this.references = new References(eventStore);
    this.brands = brands;
  }

  /**
   * Empty when it was never requested by this tenant, is stored, or was given up.
   *
   * @param ordinal of the payment, from 1
   */
  Optional<ReceiptDocument> pending(TenantId tenant, InvoiceId invoiceId, int ordinal) {
    InvoiceRequest request = new InvoiceRequest(PdfKind.RECEIPT, ordinal);
    eventStore.readEvents(invoiceId.toString(), 0).asStream().forEach(request::on);
    if (!request.isPending(tenant)) {
      return Optional.empty();
    }
    List<PaymentRecorded> payments = request.past(PaymentRecorded.class);
    return payments.size() < ordinal
        ? Optional.empty()
        : Optional.of(document(tenant, ordinal, request, payments.get(ordinal - 1)));
  }

  private ReceiptDocument document(
      TenantId tenant, int ordinal, InvoiceRequest request, PaymentRecorded payment) {
    return new ReceiptDocument(
        request.requestedAt(),
        request.content().generated().invoiceNumber(),
        ordinal,
        Counsel.of(
            vault, tenant, request.content().generated().supplier(), request.brand(brands, tenant)),
        Heading.of(vault, references, tenant, request.content()),
        payment.amount(),
        payment.method(),
        payment.paymentDate(),
        payment.reference() == null ? null : Erasure.note(vault, tenant, payment.reference()),
        payment.balanceAfter().plus(payment.amount()),
        payment.balanceAfter());
  }
}
