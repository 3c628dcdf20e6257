package za.lexohub.api.matter;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something to be noted with it, if there is anything.
 *
 * @param notes kept sealed
 */
record Remark(@Nullable @Size(max = 2000) String notes) {
  static @Nullable String in(@Nullable Remark body) {
    return body == null ? null : body.notes();
  }
}
