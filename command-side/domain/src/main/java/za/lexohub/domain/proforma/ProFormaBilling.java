package za.lexohub.domain.proforma;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.proforma.ProFormaId;

/** The invoice's side of a pro forma. */
@Component
public class ProFormaBilling {
  private final Repository<ProForma> proFormas;

  ProFormaBilling(Repository<ProForma> proFormas) {
    this.proFormas = proFormas;
  }

  /** Locks a pro forma for this unit of work: after a number sequence, before an invoice. */
  public Locked lock(ProFormaId proFormaId, TenantId tenant) {
    return new Locked(Admission.load(proFormas, ProForma.class, proFormaId, tenant));
  }

  /** A pro forma that nobody else can bill until the unit of work ends. */
  public static final class Locked {
    private final Aggregate<ProForma> proForma;

    private Locked(Aggregate<ProForma> proForma) {
      this.proForma = proForma;
    }

    /** What the invoice of this round charges; refused unless the round is validated and open. */
    public BillableOffer requireBillable(int round, InvoiceId invoiceId) {
      return proForma.invoke(it -> it.requireBillable(round, invoiceId));
    }

    /** The invoice is gone; the pro forma may be invoiced anew. */
    public void release(InvoiceId invoiceId) {
      proForma.execute(it -> it.release(invoiceId));
    }
  }
}
