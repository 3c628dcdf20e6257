package za.lexohub.readmodels.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.PartyView;

/**
 * A matter as a list or page shows it.
 *
 * @param reference {@code JHB/2026/001}
 * @param status {@code PENDING}, {@code REQUESTED}, {@code AWAITING_APPROVAL}, {@code ACTIVE},
 *     {@code ON_HOLD}, {@code SETTLED}, {@code CLOSED} or {@code DECLINED}
 * @param archived put away, whatever the status
 * @param openedOn of a request that is not taken yet, the day it was made
 * @param requestedBy the attorney who asked for the brief to be taken
 * @param awaitedProFormaId whose acceptance takes the brief
 * @param version the count of the matter's events
 */
public record MatterView(
    UUID id,
    String reference,
    String status,
    boolean archived,
    String matterType,
    String bar,
    String title,
    @Nullable String description,
    PartyView client,
    PartyView attorney,
    boolean vatExempt,
    @Nullable String courtCaseNumber,
    LocalDate openedOn,
    @Nullable String holdReason,
    @Nullable LocalDate settledOn,
    @Nullable LocalDate closedOn,
    @Nullable String requestedBy,
    @Nullable LocalDate activatedOn,
    @Nullable String declineReason,
    @Nullable String reopenReason,
    @Nullable UUID awaitedProFormaId,
    @Nullable MatterTermsView terms,
    @Nullable ConflictView conflict,
    @Nullable BillingView billing,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
