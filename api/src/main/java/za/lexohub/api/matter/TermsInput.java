package za.lexohub.api.matter;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.Money;

/**
 * What was agreed on a matter; replaces all that was agreed before.
 *
 * @param estimate of all fees, before VAT
 * @param feeCap the most that is charged, before VAT
 * @param hourlyRate for time, unless a time entry brings its own
 * @param prescriptionDate the day on which the client's claim prescribes
 */
@Schema(
    name = "MatterTerms",
    example =
        """
        {"feeType": "HOURLY", "estimate": {"amount": 5000000, "currency": "ZAR"},
         "hourlyRate": {"amount": 250000, "currency": "ZAR"}, "urgent": false}
        """)
record TermsInput(
    @NotNull(message = "must be given") FeeType feeType,
    @Nullable @Valid @AboveZero Cents estimate,
    @Nullable @Valid @AboveZero Cents feeCap,
    @Nullable @Valid @AboveZero Cents hourlyRate,
    @Nullable Boolean urgent,
    @Nullable LocalDate prescriptionDate,
    @Nullable LocalDate nextCourtDate,
    @Nullable LocalDate expectedCompletion) {

  MatterTerms terms() {
    return new MatterTerms(
        feeType,
        money(estimate),
        money(feeCap),
        money(hourlyRate),
        Boolean.TRUE.equals(urgent),
        prescriptionDate,
        nextCourtDate,
        expectedCompletion);
  }

  private static @Nullable Money money(@Nullable Cents cents) {
    return cents == null ? null : cents.money();
  }
}
