package za.lexohub.api.input;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a command that needs none: absent or {@code {}}. */
@Schema(name = "Nothing", description = "No body, or {}.")
public record Nothing() {}
