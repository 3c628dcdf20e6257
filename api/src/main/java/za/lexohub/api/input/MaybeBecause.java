package za.lexohub.api.input;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why something is done, when the caller says so. */
@Schema(name = "OptionalReason")
public record MaybeBecause(@Nullable @Size(max = 500) String reason) {
  public static @Nullable String in(@Nullable MaybeBecause body) {
    return body == null || body.reason() == null || body.reason().isBlank() ? null : body.reason();
  }
}
