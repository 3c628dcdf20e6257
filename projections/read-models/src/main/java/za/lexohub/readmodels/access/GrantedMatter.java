package za.lexohub.readmodels.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter as the attorney sees it who was granted access.
 *
 * @param access {@code VIEW}, {@code APPROVE} or {@code ADMIN}
 * @param version the count of the matter's events
 */
public record GrantedMatter(
    UUID id,
    String reference,
    String status,
    String access,
    String matterType,
    String title,
    @Nullable String description,
    String clientName,
    @Nullable String courtCaseNumber,
    LocalDate openedOn,
    long version,
    Instant createdAt) {}
