package za.lexohub.readmodels.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A batch as a list shows it; the fields mean what they mean in {@link InvoiceBatchView}. */
public record InvoiceBatchSummary(
    UUID id,
    String status,
    LocalDate invoiceDate,
    int total,
    int invoiced,
    int alreadyInvoiced,
    int refused,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
