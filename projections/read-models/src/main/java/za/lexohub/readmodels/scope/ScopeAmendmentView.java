package za.lexohub.readmodels.scope;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * A scope amendment as a list or page shows it.
 *
 * @param type what it changes
 * @param status {@code PENDING}, {@code APPROVED}, {@code REJECTED} or {@code SUPERSEDED}
 * @param reason absent when it is automatic
 * @param automatic proposed because the work outgrew its budget
 * @param approvedChannel how the approval reached us
 * @param supersededBy the amendment that was approved instead
 * @param version the count of the amendment's events
 */
public record ScopeAmendmentView(
    UUID id,
    UUID matterId,
    @Nullable UUID agreementId,
    String type,
    String status,
    @Nullable String reason,
    Money originalEstimate,
    Money newEstimate,
    int originalDays,
    int newDays,
    boolean automatic,
    @Nullable String approvedChannel,
    @Nullable String approvedBy,
    @Nullable String rejection,
    @Nullable UUID supersededBy,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
