package za.lexohub.readmodels.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * One movement of trust money.
 *
 * @param kind {@code RECEIPT}, {@code TRANSFER} or {@code REFUND}
 * @param receiptNumber of a receipt
 * @param authorization of a transfer
 * @param method of a receipt
 * @param note reference or reason
 * @param matterBalance of the matter after it
 * @param balance of the account after it
 * @param reversed a transfer that did not hold
 * @param version of the account after its last change
 */
public record TrustEntryView(
    UUID id,
    String kind,
    UUID matterId,
    @Nullable UUID invoiceId,
    @Nullable String receiptNumber,
    @Nullable String authorization,
    Money amount,
    @Nullable String method,
    LocalDate date,
    @Nullable String note,
    Money matterBalance,
    Money balance,
    boolean reversed,
    @Nullable String reversedReason,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
