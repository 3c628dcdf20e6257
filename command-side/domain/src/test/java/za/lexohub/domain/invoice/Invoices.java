package za.lexohub.domain.invoice;

import static za.lexohub.domain.Samples.sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.domain.receipt.Overpaying;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.UpdateInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;

/**
 * Invoices for specifications, made from {@link ProFormas} on 7 September 2026: R 31,625.00, due on
 * 6 November 2026 in Johannesburg.
 */
public record Invoices(ProFormas proForma, LocalDate date) {
  public static final LocalDate DATE = LocalDate.of(2026, 9, 7);
  public static final LocalDate DUE = LocalDate.of(2026, 11, 6);
  public static final Instant AT = Instant.parse("2026-09-07T09:00:00Z");
  public static final PaymentTerm JHB_60 = new PaymentTerm("JHB_60", 60);
  static final MatterFiles FILES = (matterId, tenant) -> Matters.matter().exempt().file();
  static final InvoiceTerms TERMS =
      new InvoiceTerms(Samples.PRICING, Samples.TERMS, FILES, Samples.PRACTICES);

  /** An invoice alone, with what records its payments. */
  static Specification<Invoice> specification() {
    return Specification.of(Invoice.class, TERMS)
        .handledBy(invoices -> Overpaying.handler(new InvoiceAccounts(invoices)));
  }

  public static Invoices invoice() {
    return new Invoices(ProFormas.proForma(), DATE);
  }

  public Invoices from(ProFormas source) {
    return new Invoices(source, date);
  }

  public Invoices on(LocalDate day) {
    return new Invoices(proForma, day);
  }

  public InvoiceId id() {
    return proForma.invoice(1);
  }

  public TenantId tenant() {
    return proForma.tenant();
  }

  public Supplier supplier() {
    return Samples.PRACTICES.of(tenant()).supplierOn(date);
  }

  public List<Line> lines() {
    return Samples.PRICING.price(proForma.lines());
  }

  public Totals totals(Money discount) {
    return Samples.PRICING.totals(supplier(), lines(), discount, date, false);
  }

  public Totals totals() {
    return totals(Money.ZERO);
  }

  public GenerateInvoice generate() {
    return new GenerateInvoice(id(), tenant(), proForma.id(), 1, date);
  }

  public InvoiceGenerated generated() {
    return generated("INV-2026-0001", totals(), JHB_60);
  }

  public InvoiceGenerated generated(String number, Totals totals, PaymentTerm term) {
    return new InvoiceGenerated(
        id(),
        tenant(),
        number,
        InvoiceSource.PRO_FORMA,
        proForma.id(),
        1,
        proForma.matterId(),
        "commercial",
        InvoiceType.INTERIM,
        supplier(),
        proForma.client(),
        proForma.attorney(),
        sealed("quote"),
        lines(),
        totals,
        term,
        date,
        term.dueDate(date));
  }

  public UpdateInvoiceDraft update(
      List<OfferedLine> lines, LocalDate invoiceDate, Integer days, LocalDate today) {
    return new UpdateInvoiceDraft(
        id(), tenant(), sealed("updated"), lines, invoiceDate, days, today);
  }

  public SendInvoice send(LocalDate invoiceDate, LocalDate today) {
    return new SendInvoice(id(), tenant(), invoiceDate, today, AT);
  }

  public InvoiceSent sent() {
    return sent(totals(), JHB_60, date);
  }

  public InvoiceSent sent(Totals totals, PaymentTerm term, LocalDate on) {
    return new InvoiceSent(
        id(),
        tenant(),
        "INV-2026-0001",
        proForma.matterId(),
        proForma.attorney(),
        totals,
        term,
        on,
        term.dueDate(on),
        AT);
  }

  public RecordPayment pay(PaymentId payment, long cents) {
    return new RecordPayment(
        id(), tenant(), payment, Money.cents(cents), PaymentMethod.EFT, DATE, sealed("ref"), DATE);
  }

  public PaymentRecorded paid(PaymentId payment, long cents, long balance) {
    return new PaymentRecorded(
        id(),
        payment,
        Money.cents(cents),
        PaymentMethod.EFT,
        DATE,
        sealed("ref"),
        Money.cents(balance));
  }

  public ReversePayment reverse(PaymentId payment, LocalDate today) {
    return new ReversePayment(id(), tenant(), payment, sealed("bounced"), today);
  }

  public PaymentReversed reversed(PaymentId payment, long cents, long balance) {
    return new PaymentReversed(
        id(), payment, Money.cents(cents), sealed("bounced"), Money.cents(balance));
  }
}
