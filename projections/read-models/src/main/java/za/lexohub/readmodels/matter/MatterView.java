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
 * @param status {@code ACTIVE}, {@code ON_HOLD}, {@code SETTLED} or {@code CLOSED}
 * @param archived put away, whatever the status
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
    long version,
    Instant createdAt,
    Instant updatedAt) {}
