package za.lexohub.api.scope;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.messages.scope.AmendmentType;

/**
 * Another estimate for a matter.
 *
 * @param agreementId the engagement agreement that it amends, if there is one
 * @param originalDays how long the work was to take; 0 when nobody said
 */
@Schema(
    example =
        """
        {"type": "SCOPE_INCREASE", "reason": "Two more witnesses have to be heard.",
         "originalEstimate": {"amount": 5000000, "currency": "ZAR"},
         "newEstimate": {"amount": 8000000, "currency": "ZAR"},
         "originalDays": 10, "newDays": 16}
        """)
record NewScopeAmendment(
    @Nullable UUID agreementId,
    @NotNull(message = "must be given") AmendmentType type,
    @NotBlank(message = "must be given") @Size(max = 2000) String reason,
    @NotNull(message = "must be given") @Valid @AboveZero Cents originalEstimate,
    @NotNull(message = "must be given") @Valid @AboveZero Cents newEstimate,
    @Nullable @PositiveOrZero @Max(36_500) Integer originalDays,
    @Nullable @PositiveOrZero @Max(36_500) Integer newDays) {}
