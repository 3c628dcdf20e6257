package za.lexohub.api.input;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done; sealed before it reaches the log. */
@Schema(name = "Reason", description = "Why. Kept sealed.")
public record Because(
    @NotBlank(message = "must be given") @Size(max = 500) @Schema(example = "Wrong tariff")
        String reason) {}
