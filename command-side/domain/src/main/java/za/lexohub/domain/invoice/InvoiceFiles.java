package za.lexohub.domain.invoice;

import java.util.Optional;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;

/** Looks at invoices on behalf of those who keep the file. */
@Component
public class InvoiceFiles {
  private final Repository<Invoice> invoices;

  InvoiceFiles(Repository<Invoice> invoices) {
    this.invoices = invoices;
  }

  /** Locks the invoice for this unit of work. Empty when it was never made. */
  public Optional<FiledInvoice> of(InvoiceId invoiceId, TenantId tenant) {
    try {
      return Optional.of(
          Admission.load(invoices, Invoice.class, invoiceId, tenant).invoke(Invoice::filed));
    } catch (NotFound never) {
      return Optional.empty();
    }
  }
}
