package za.lexohub.readmodels.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.money.Totals;

/**
 * An issued invoice as the attorney sees it who owes it.
 *
 * @param advocate who charges
 * @param lines absent in a list
 * @param viewedAt when it was first seen
 * @param version the count of the invoice's events
 */
public record GrantedInvoice(
    UUID id,
    UUID matterId,
    String invoiceNumber,
    String status,
    String paymentStatus,
    String title,
    String clientName,
    String advocate,
    @Nullable String narrative,
    @Nullable List<Line> lines,
    Totals totals,
    Money balance,
    LocalDate invoiceDate,
    LocalDate dueDate,
    Instant sentAt,
    @Nullable Instant viewedAt,
    long version,
    Instant createdAt) {}
