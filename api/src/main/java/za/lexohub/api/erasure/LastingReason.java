package za.lexohub.api.erasure;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why, in words that outlive the file. */
@Schema(name = "LastingReason")
record LastingReason(
    @NotBlank(message = "must be given")
        @Size(max = 200)
        @Schema(
            description = "Kept sealed, and kept when the file is erased: name nobody in it.",
            example = "Proceedings in the High Court, register 18")
        String reason) {}
