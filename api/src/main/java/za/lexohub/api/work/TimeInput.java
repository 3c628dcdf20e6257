package za.lexohub.api.work;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;

/**
 * Time spent on a matter; its amount is derived.
 *
 * @param date today when absent
 * @param rate for an hour; when absent, that of the entry or else of the matter's terms
 * @param billable true when absent
 * @param vatTreatment standard when absent
 * @param description kept sealed
 */
@Schema(
    name = "TimeEntry",
    example =
        """
        {"minutes": 90, "rate": {"amount": 250000, "currency": "ZAR"},
         "description": "Consultation with the client"}
        """)
record TimeInput(
    @Nullable LocalDate date,
    @NotNull(message = "must be given") @Min(1) @Max(1440) Integer minutes,
    @Nullable @Valid @AboveZero Cents rate,
    @Nullable Boolean billable,
    @Nullable VatTreatment vatTreatment,
    @NotBlank(message = "must be given") @Size(max = 1000) String description) {

  @Nullable Money hourly() {
    return rate == null ? null : rate.money();
  }

  boolean charged() {
    return billable == null || billable;
  }
}
