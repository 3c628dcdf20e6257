package za.lexohub.api.publiclink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.money.Totals;

/**
 * The least that whoever owes an invoice needs to see of it: no ids, no address of anybody.
 *
 * @param advocate who charges
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicInvoice(
    String invoiceNumber,
    String status,
    String paymentStatus,
    String title,
    String clientName,
    String advocate,
    @Nullable String narrative,
    List<Line> lines,
    Totals totals,
    Money balance,
    LocalDate invoiceDate,
    LocalDate dueDate) {

  static PublicInvoice of(InvoiceView view) {
    return new PublicInvoice(
        view.invoiceNumber(),
        view.status(),
        view.paymentStatus(),
        view.title(),
        view.client().name(),
        view.supplier().name(),
        view.narrative(),
        view.lines(),
        view.totals(),
        view.balance(),
        view.invoiceDate(),
        view.dueDate());
  }
}
