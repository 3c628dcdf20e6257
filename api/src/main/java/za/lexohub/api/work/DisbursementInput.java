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
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.DisbursementType;

/**
 * Money laid out for a client.
 *
 * @param date today when absent
 * @param markupBasisPoints added to the cost, in hundredths of a per cent; 0 when absent
 * @param vatTreatment standard when absent
 * @param description kept sealed
 */
@Schema(
    name = "Disbursement",
    example =
        """
        {"type": "COURIER", "cost": {"amount": 18500, "currency": "ZAR"},
         "vatTreatment": "INCLUSIVE", "description": "Courier to the registrar"}
        """)
record DisbursementInput(
    @Nullable LocalDate date,
    @NotNull(message = "must be given") DisbursementType type,
    @NotNull(message = "must be given") @Valid @AboveZero Cents cost,
    @Nullable @Min(0) @Max(10_000) Integer markupBasisPoints,
    @Nullable VatTreatment vatTreatment,
    @NotBlank(message = "must be given") @Size(max = 1000) String description) {

  int markup() {
    return markupBasisPoints == null ? 0 : markupBasisPoints;
  }
}
