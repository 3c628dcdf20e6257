package za.lexohub.processes.mail;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How a reminder speaks, by the days since the due date ({@code domain.md} 10). */
enum ReminderTone {
  /** Nothing is overdue yet. */
  COURTESY,
  /** Up to 14 days. */
  FRIENDLY,
  /** Up to 30 days. */
  IMPORTANT,
  URGENT;

  static ReminderTone of(LocalDate due, LocalDate on) {
    long days = daysOverdue(due, on);
    if (days <= 0) {
      return COURTESY;
    }
    if (days <= 14) {
      return FRIENDLY;
    }
    return days <= 30 ? IMPORTANT : URGENT;
  }

  static long daysOverdue(LocalDate due, LocalDate on) {
    return ChronoUnit.DAYS.between(due, on);
  }
}
