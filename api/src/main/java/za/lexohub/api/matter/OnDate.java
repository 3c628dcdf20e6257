package za.lexohub.api.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day something happened; today when absent. */
record OnDate(@Nullable LocalDate date) {
  static LocalDate or(@Nullable OnDate body, LocalDate today) {
    return body == null || body.date() == null ? today : body.date();
  }
}
