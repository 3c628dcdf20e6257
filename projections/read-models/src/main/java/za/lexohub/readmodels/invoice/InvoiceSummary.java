package za.lexohub.readmodels.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/** An invoice as a list shows it; the fields mean what they mean in {@link InvoiceView}. */
public record InvoiceSummary(
    UUID id,
    String invoiceNumber,
    String status,
    String lifecycle,
    String paymentStatus,
    @Nullable UUID proFormaId,
    @Nullable UUID matterId,
    String matterType,
    String bar,
    String title,
    String clientName,
    String attorneyName,
    @Nullable String firm,
    Money total,
    Money paid,
    Money balance,
    LocalDate invoiceDate,
    LocalDate dueDate,
    @Nullable Instant sentAt,
    @Nullable Instant viewedAt,
    @Nullable LocalDate overdueSince,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
