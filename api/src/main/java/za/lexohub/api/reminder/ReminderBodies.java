package za.lexohub.api.reminder;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said about reminders and debts. */
final class ReminderBodies {

  /** Whether somebody is to be reminded of this invoice. */
  @Schema(name = "RemindersSwitch", example = "{\"enabled\": false}")
  record Switch(@NotNull(message = "must be given") Boolean enabled) {}

  /**
   * The debtor says that it is owed.
   *
   * @param acknowledgedOn today when absent
   */
  @Schema(
      name = "DebtAcknowledgement",
      example = "{\"acknowledgedOn\": \"2026-03-31\", \"note\": \"By letter.\"}")
  record Acknowledgement(
      @Nullable LocalDate acknowledgedOn, @Nullable @Size(max = 500) String note) {}

  private ReminderBodies() {}
}
