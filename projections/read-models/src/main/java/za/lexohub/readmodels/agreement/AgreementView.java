package za.lexohub.readmodels.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.PartyView;

/**
 * An engagement agreement as a list or page shows it.
 *
 * @param status {@code DRAFT}, {@code SENT}, {@code SIGNED_BY_CLIENT}, {@code SIGNED} (by both) or
 *     {@code CANCELLED}
 * @param linkGeneration counts the links that were given out, from 1; 0 before the first
 * @param expiresAt when the newest link stops working
 * @param signedBy {@code PUBLIC_LINK}, {@code RECORDED_BY_ADVOCATE} or {@code PAPER}
 * @param scanId the attachment that shows the signed paper
 * @param countersignedBy who signed for the practice, or recorded the paper
 * @param mailState of the last mail: {@code REQUESTED}, {@code SENT} or {@code FAILED}
 * @param version the count of the agreement's events
 */
public record AgreementView(
    UUID id,
    @Nullable UUID matterId,
    @Nullable UUID proFormaId,
    String status,
    PartyView client,
    String terms,
    String scope,
    String fees,
    int linkGeneration,
    @Nullable Instant sentAt,
    @Nullable Instant expiresAt,
    @Nullable String signature,
    @Nullable String signedBy,
    @Nullable Instant signedAt,
    @Nullable UUID scanId,
    @Nullable String countersignedBy,
    @Nullable Instant countersignedAt,
    @Nullable String cancelReason,
    @Nullable String mailState,
    @Nullable String mailReason,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
