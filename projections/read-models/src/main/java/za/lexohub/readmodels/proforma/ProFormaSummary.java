package za.lexohub.readmodels.proforma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * A pro forma as a list shows it; the fields mean what they mean in {@link ProFormaView}.
 *
 * @param quoteNumber absent until it was drafted, like everything about the offer
 */
public record ProFormaSummary(
    UUID id,
    String status,
    @Nullable String quoteNumber,
    int revision,
    @Nullable UUID matterId,
    String matterType,
    @Nullable String urgency,
    String title,
    String clientName,
    @Nullable String attorneyName,
    @Nullable String firm,
    @Nullable Money total,
    @Nullable LocalDate quoteDate,
    @Nullable LocalDate validUntil,
    @Nullable Instant requestExpiresAt,
    @Nullable Instant sentAt,
    @Nullable UUID invoiceId,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
