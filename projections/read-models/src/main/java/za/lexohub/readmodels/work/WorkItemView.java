package za.lexohub.readmodels.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * A piece of work on a matter.
 *
 * @param kind {@code TIME}, {@code SERVICE} or {@code DISBURSEMENT}
 * @param state {@code UNBILLED}, {@code BILLED}, {@code WRITTEN_OFF} or {@code REMOVED}
 * @param minutes of time
 * @param category of a service, or the type of a disbursement
 * @param quantity of a service
 * @param rate of time, for an hour; of a service, for one unit
 * @param cost of a disbursement, without its markup
 * @param markupBasisPoints of a disbursement, in hundredths of a per cent
 * @param amount what is charged for it
 * @param reason why it was removed, written off or its VAT corrected, whichever was last
 * @param invoiceId that it stands on
 * @param version its matter's, when it last changed
 */
public record WorkItemView(
    UUID id,
    UUID matterId,
    String kind,
    String state,
    LocalDate date,
    String description,
    @Nullable Integer minutes,
    @Nullable String category,
    @Nullable BigDecimal quantity,
    @Nullable Money rate,
    @Nullable Money cost,
    @Nullable Integer markupBasisPoints,
    Money amount,
    boolean billable,
    String vatTreatment,
    @Nullable String reason,
    @Nullable UUID invoiceId,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
