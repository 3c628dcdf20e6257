package za.lexohub.api.input;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done; kept in the log as it is, so it must name no person. */
@Schema(name = "Reason", description = "Why. Kept in the log as it is: name no person in it.")
public record Because(
    @NotBlank(message = "must be given") @Size(max = 500) @Schema(example = "Wrong tariff")
        String reason) {}
