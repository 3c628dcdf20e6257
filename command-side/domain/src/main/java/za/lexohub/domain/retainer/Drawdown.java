package za.lexohub.domain.retainer;

import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.money.Money;

/** What paid an invoice out of a retainer. */
record Drawdown(InvoiceId invoiceId, Money amount, boolean reversed) {

  boolean paid(InvoiceId invoice, Money much) {
    return invoiceId.equals(invoice) && amount.equals(much);
  }

  Drawdown takenBack() {
    return new Drawdown(invoiceId, amount, true);
  }
}
