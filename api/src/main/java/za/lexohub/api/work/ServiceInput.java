package za.lexohub.api.work;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.ServiceCategory;

/**
 * Something done for a fee; its amount is quantity times rate.
 *
 * @param date today when absent
 * @param quantity hours, days or pieces; at most 6 decimals
 * @param vatTreatment standard when absent
 * @param description kept sealed
 */
@Schema(
    name = "Service",
    example =
        """
        {"category": "DRAFTING", "quantity": 1, "rate": {"amount": 1200000, "currency": "ZAR"},
         "description": "Heads of argument"}
        """)
record ServiceInput(
    @Nullable LocalDate date,
    @NotNull(message = "must be given") ServiceCategory category,
    @NotNull(message = "must be given")
        @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
        @DecimalMax("100000")
        @Digits(integer = 6, fraction = 6, message = "may have at most 6 decimals")
        BigDecimal quantity,
    @NotNull(message = "must be given") @Valid @AboveZero Cents rate,
    @Nullable VatTreatment vatTreatment,
    @NotBlank(message = "must be given") @Size(max = 1000) String description) {}
