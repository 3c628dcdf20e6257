package za.lexohub.domain.invoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.law.PaymentTerms;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.practice.Pricing;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;

/**
 * What the invoice date decides: the VAT rate and the payment term. Whether there is VAT at all the
 * supplier's snapshot decides, so that one document never contradicts itself; hence no date may be
 * given to it on which the practice is registered otherwise.
 */
@Component
class InvoiceTerms {
  private final Pricing pricing;
  private final PaymentTerms paymentTerms;
  private final MatterFiles matters;
  private final Practices practices;

  InvoiceTerms(
      Pricing pricing, PaymentTerms paymentTerms, MatterFiles matters, Practices practices) {
    this.pricing = pricing;
    this.paymentTerms = paymentTerms;
    this.matters = matters;
    this.practices = practices;
  }

  List<Line> price(List<OfferedLine> lines) {
    return pricing.price(lines);
  }

  /** Only another invoice, with a supplier of its own, can bear a date beyond the registration. */
  void requireVatStatus(TenantId tenant, Supplier supplier, LocalDate invoiceDate) {
    Lifecycle.require(
        practices.of(tenant).supplierOn(invoiceDate).vatRegistered() == supplier.vatRegistered(),
        Rule.VAT_STATUS_DIFFERS,
        "was made with another VAT registration than the practice has on "
            + invoiceDate
            + "; discard it and invoice anew");
  }

  /** Locks the matter, if there is one: the last aggregate of a unit of work. */
  Totals totals(
      TenantId tenant,
      @Nullable MatterId matterId,
      Supplier supplier,
      List<Line> lines,
      Money discount,
      LocalDate invoiceDate) {
    boolean exempt = matterId != null && matters.of(matterId, tenant).vatExempt();
    return pricing.totals(supplier, lines, discount, invoiceDate, exempt);
  }

  PaymentTerm term(LocalDate invoiceDate, Supplier supplier) {
    return paymentTerms.on(invoiceDate, supplier.bar());
  }
}
