package za.lexohub.readmodels.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of invoices.
 *
 * @param status {@code RUNNING} or {@code COMPLETED}
 * @param total entries; what is in none of the three counts is not dealt with yet
 * @param invoiced entries whose draft exists or is being made
 * @param version the count of the batch's events
 */
public record InvoiceBatchView(
    UUID id,
    String status,
    LocalDate invoiceDate,
    int total,
    int invoiced,
    int alreadyInvoiced,
    int refused,
    List<Entry> entries,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public InvoiceBatchView {
    entries = List.copyOf(entries);
  }

  /**
   * What became of one pro forma or matter.
   *
   * @param kind {@code PRO_FORMA} or {@code MATTER}
   * @param result {@code INVOICED}, {@code STARTED} (its billing goes on by itself), {@code
   *     ALREADY_INVOICED} or {@code REFUSED}; absent until it is dealt with
   * @param invoiceId absent when refused
   * @param code of the rule that refused
   */
  public record Entry(
      UUID id,
      String kind,
      @Nullable String result,
      @Nullable UUID invoiceId,
      @Nullable String code) {}
}
