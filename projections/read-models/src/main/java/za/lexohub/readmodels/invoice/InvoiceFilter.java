package za.lexohub.readmodels.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which invoices a list holds. One without the value that a bounded range looks at is not in it.
 *
 * @param status any of these; when empty, all but discarded drafts
 * @param paymentStatus any of these; all when empty
 * @param text in number, title, narrative, client, attorney or firm, in any case
 * @param issuedAt when it was sent
 * @param total in cents, with VAT
 */
public record InvoiceFilter(
    Set<InvoiceStatus> status,
    Set<String> paymentStatus,
    @Nullable UUID matterId,
    @Nullable UUID proFormaId,
    @Nullable String bar,
    @Nullable String text,
    Range<Instant> issuedAt,
    Range<LocalDate> invoiceDate,
    Range<LocalDate> dueDate,
    Range<Long> total) {

  public InvoiceFilter {
    status = Set.copyOf(status);
    paymentStatus = Set.copyOf(paymentStatus);
  }

  /** Whatever the total. */
  public InvoiceFilter(
      Set<InvoiceStatus> status,
      Set<String> paymentStatus,
      @Nullable UUID matterId,
      @Nullable UUID proFormaId,
      @Nullable String bar,
      @Nullable String text,
      Range<Instant> issuedAt,
      Range<LocalDate> invoiceDate,
      Range<LocalDate> dueDate) {
    this(
        status,
        paymentStatus,
        matterId,
        proFormaId,
        bar,
        text,
        issuedAt,
        invoiceDate,
        dueDate,
        Range.all());
  }

  public static InvoiceFilter all() {
    return new InvoiceFilter(
        Set.of(), Set.of(), null, null, null, null, Range.all(), Range.all(), Range.all());
  }
}
