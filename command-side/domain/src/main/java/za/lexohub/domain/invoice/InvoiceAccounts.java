package za.lexohub.domain.invoice;

import java.time.LocalDate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;

/** The invoice's side of everything that moves money on its account in the same append. */
@Component
public class InvoiceAccounts {
  private final Repository<Invoice> invoices;

  InvoiceAccounts(Repository<Invoice> invoices) {
    this.invoices = invoices;
  }

  /**
   * Locks an invoice for this unit of work: after whatever moves the money, before a matter.
   *
   * @throws za.lexohub.messages.NotFound when the tenant has no such invoice
   */
  public Locked lock(InvoiceId invoiceId, TenantId tenant) {
    return lock(invoiceId, tenant, null);
  }

  /**
   * As {@link #lock(InvoiceId, TenantId)}, for whoever has read that version of it.
   *
   * @throws za.lexohub.messages.VersionConflict when it has changed since
   */
  public Locked lock(InvoiceId invoiceId, TenantId tenant, @Nullable String expectedVersion) {
    return new Locked(Admission.load(invoices, Invoice.class, invoiceId, tenant, expectedVersion));
  }

  /**
   * An invoice that nobody else can change until the unit of work ends. What it does is appended
   * with that unit; each refusal is a {@link za.lexohub.messages.RuleViolated}.
   */
  public static final class Locked {
    private final Aggregate<Invoice> invoice;

    private Locked(Aggregate<Invoice> invoice) {
      this.invoice = invoice;
    }

    /** What is open; nothing unless it is issued. */
    public Money balance() {
      return invoice.invoke(Invoice::openBalance);
    }

    /** Absent when it is on no matter. */
    public @Nullable MatterId matterId() {
      MatterId[] matter = new MatterId[1];
      invoice.execute(it -> matter[0] = it.matterId);
      return matter[0];
    }

    /**
     * The same payment was recorded before, even if it was reversed since; refused when its id was
     * used for another.
     */
    public boolean isRepeat(
        PaymentId paymentId, Money amount, PaymentMethod method, LocalDate date) {
      return invoice.invoke(it -> it.account.isRepeat(paymentId, amount, method, date));
    }

    /**
     * Records a payment. Refused as any payment is, and when its id is known: whoever moves the
     * money knows from its own books that this was done before.
     */
    public void pay(
        PaymentId paymentId,
        Money amount,
        PaymentMethod method,
        LocalDate date,
        @Nullable PersonalData reference,
        LocalDate today) {
      invoice.execute(it -> it.pay(paymentId, amount, method, date, reference, today));
    }

    /** Refused unless the payment stands, and when it was paid out of money of the client. */
    public void reverse(ReversePayment command) {
      invoice.execute(it -> it.decide(command));
    }

    /** Takes back a payment, by whatever method. Refused unless it stands. */
    public void reverse(PaymentId paymentId, PersonalData reason, LocalDate today) {
      invoice.execute(it -> it.reverse(paymentId, reason, today));
    }

    /** What a credit note of this amount would say; refused when the note would be. */
    public NoteBasis creditable(Money amount) {
      return invoice.invoke(it -> it.creditable(amount));
    }

    /** What a debit note of this amount would say; refused when the note would be. */
    public NoteBasis debitable(Money amount) {
      return invoice.invoke(it -> it.debitable(amount));
    }

    /** Books an issued credit note and asks for its rendering. */
    public void credit(CreditNoteId note, String noteNumber, Money amount, LocalDate issuedOn) {
      invoice.execute(it -> it.credit(note, noteNumber, amount, issuedOn));
    }

    /** Books an issued debit note and asks for its rendering. */
    public void debit(CreditNoteId note, String noteNumber, Money amount, LocalDate issuedOn) {
      invoice.execute(it -> it.debit(note, noteNumber, amount, issuedOn));
    }

    /** Refused unless amount ≤ balance, and when it is disputed already. */
    public void dispute(DisputeId disputeId, Money amount) {
      invoice.execute(it -> it.dispute(disputeId, amount));
    }

    /** Refused unless disputed by this dispute. */
    public void resolve(DisputeId disputeId, DisputeResolution resolution) {
      invoice.execute(it -> it.resolve(disputeId, resolution));
    }
  }
}
