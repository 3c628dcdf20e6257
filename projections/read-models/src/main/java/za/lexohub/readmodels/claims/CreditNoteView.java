package za.lexohub.readmodels.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * A credit or debit note.
 *
 * @param kind {@code CREDIT} or {@code DEBIT}
 * @param status {@code DRAFT}, {@code ISSUED} or {@code CANCELLED}
 * @param noteNumber like everything up to {@code ordinal} only once issued
 * @param correctTotal what the invoice comes to with all its notes up to this one
 * @param ordinal counts the notes of this kind on the invoice, from 1
 * @param version the count of the note's events
 */
public record CreditNoteView(
    UUID id,
    String kind,
    String status,
    UUID invoiceId,
    Money amount,
    String category,
    @Nullable UUID disputeId,
    String reason,
    @Nullable String noteNumber,
    @Nullable String invoiceNumber,
    @Nullable Money vatPortion,
    @Nullable Money correctTotal,
    @Nullable LocalDate issuedOn,
    @Nullable Integer ordinal,
    @Nullable String cancelReason,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
