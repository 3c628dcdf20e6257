package za.lexohub.api.work;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import za.lexohub.messages.money.VatTreatment;

/**
 * How VAT falls on a disbursement after all.
 *
 * @param reason kept sealed
 */
record VatInput(
    @NotNull(message = "must be given") VatTreatment vatTreatment,
    @NotBlank(message = "must be given") @Size(max = 500) String reason) {}
