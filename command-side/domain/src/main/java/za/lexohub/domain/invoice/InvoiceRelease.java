package za.lexohub.domain.invoice;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.MatterBilling;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.proforma.ProFormaBilling;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.VoidInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;

/**
 * Takes an invoice out of the books and sets free what it billed, its pro forma (I7) or its
 * matter's work (I9), in one append. A discarded draft's number is recorded as void in its
 * sequence, because no document ever bore it; a voided invoice was issued, so its number stays used
 * and the voiding is in its own stream.
 *
 * <p>Which sequence and pro forma to lock before the invoice, and which matter after it, stands in
 * the invoice's first event, which never changes and so needs no lock.
 */
@Component
class InvoiceRelease {
  private static final String DISCARDED = "invoice draft discarded";

  private final Numbers numbers;
  private final ProFormaBilling proFormas;
  private final Repository<Invoice> invoices;
  private final MatterBilling matters;
  private final EventStore eventStore;

  InvoiceRelease(
      Numbers numbers,
      ProFormaBilling proFormas,
      Repository<Invoice> invoices,
      MatterBilling matters,
      EventStore eventStore) {
    this.numbers = numbers;
    this.proFormas = proFormas;
    this.invoices = invoices;
    this.matters = matters;
    this.eventStore = eventStore;
  }

  @CommandHandler
  void decide(
      DiscardInvoiceDraft command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    InvoiceGenerated origin = origin(command.invoiceId(), command.tenant());
    int year = origin.invoiceDate().getYear();
    Numbers.Locked invoiceNumbers =
        numbers.lock(new NumberSequenceId(command.tenant(), NumberSeries.INVOICE, year));
    ProFormaBilling.@Nullable Locked proForma = lockProFormaOf(origin);
    Aggregate<Invoice> invoice = load(command.invoiceId(), command.tenant(), expectedVersion);
    if (invoice.invoke(Invoice::isDiscarded)) {
      return;
    }
    invoice.execute(Invoice::requireDraft);
    invoiceNumbers.cancel(origin.invoiceNumber(), DISCARDED);
    release(proForma, command.invoiceId());
    invoice.execute(it -> it.decide(command));
    releaseWork(origin);
  }

  @CommandHandler
  void decide(
      VoidInvoice command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    InvoiceGenerated origin = origin(command.invoiceId(), command.tenant());
    ProFormaBilling.@Nullable Locked proForma = lockProFormaOf(origin);
    Aggregate<Invoice> invoice = load(command.invoiceId(), command.tenant(), expectedVersion);
    if (invoice.invoke(Invoice::isVoided)) {
      return;
    }
    invoice.execute(Invoice::requireVoidable);
    release(proForma, command.invoiceId());
    invoice.execute(it -> it.decide(command));
    releaseWork(origin);
  }

  private InvoiceGenerated origin(InvoiceId invoiceId, TenantId tenant) {
    DomainEventStream stream = eventStore.readEvents(invoiceId.toString());
    if (stream.hasNext()
        && stream.next().getPayload() instanceof InvoiceGenerated origin
        && origin.tenantId().equals(tenant)) {
      return origin;
    }
    throw new NotFound("Invoice");
  }

  private ProFormaBilling.@Nullable Locked lockProFormaOf(InvoiceGenerated origin) {
    return origin.proFormaId() == null
        ? null
        : proFormas.lock(origin.proFormaId(), origin.tenantId());
  }

  private static void release(ProFormaBilling.@Nullable Locked proForma, InvoiceId invoiceId) {
    if (proForma != null) {
      proForma.release(invoiceId);
    }
  }

  /** Also when the matter was closed meanwhile: what is not billed must not look billed. */
  private void releaseWork(InvoiceGenerated origin) {
    if (origin.matterId() != null && origin.source() != InvoiceSource.PRO_FORMA) {
      matters.lock(origin.matterId(), origin.tenantId()).released(origin.invoiceId());
    }
  }

  private Aggregate<Invoice> load(
      InvoiceId invoiceId, TenantId tenant, @Nullable String expectedVersion) {
    return Admission.load(invoices, Invoice.class, invoiceId, tenant, expectedVersion);
  }
}
