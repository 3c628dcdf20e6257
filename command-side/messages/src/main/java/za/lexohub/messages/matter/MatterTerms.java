package za.lexohub.messages.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.money.Money;

/**
 * What advocate and attorney agreed on for a matter; replaced as a whole.
 *
 * @param estimate of all fees, before VAT
 * @param feeCap the most that is charged, before VAT
 * @param hourlyRate for time, unless a time entry brings its own
 * @param prescriptionDate the day on which the client's claim prescribes
 */
public record MatterTerms(
    FeeType feeType,
    @Nullable Money estimate,
    @Nullable Money feeCap,
    @Nullable Money hourlyRate,
    boolean urgent,
    @Nullable LocalDate prescriptionDate,
    @Nullable LocalDate nextCourtDate,
    @Nullable LocalDate expectedCompletion) {}
