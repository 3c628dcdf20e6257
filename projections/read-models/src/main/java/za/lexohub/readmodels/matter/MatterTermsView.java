package za.lexohub.readmodels.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * What was agreed on a matter, as far as anything was.
 *
 * @param estimate of all fees, before VAT
 * @param feeCap the most that is charged, before VAT
 * @param hourlyRate for time, unless a time entry brings its own
 * @param prescriptionDate the day on which the client's claim prescribes
 */
public record MatterTermsView(
    @Nullable String feeType,
    @Nullable Money estimate,
    @Nullable Money feeCap,
    @Nullable Money hourlyRate,
    boolean urgent,
    @Nullable LocalDate prescriptionDate,
    @Nullable LocalDate nextCourtDate,
    @Nullable LocalDate expectedCompletion) {

  /** Nothing is agreed yet. */
  public static MatterTermsView requested(boolean urgent) {
    return new MatterTermsView(null, null, null, null, urgent, null, null, null);
  }
}
