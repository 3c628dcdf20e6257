package za.lexohub.domain.invoice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.practice.ReminderPolicy;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.ReminderDay;
import za.lexohub.messages.practice.ReminderType;

/**
 * When the letters about an invoice are due ({@code domain.md} 10 and D5): by courtesy so many days
 * after its date, if that is before it falls due; in earnest so many days after it fell due.
 */
record ReminderSchedule(LocalDate invoiceDate, LocalDate dueDate) {

  /**
   * A letter may go out on its day or up to so many days after it, so that none is lost by an
   * outage over a weekend; and when a dispute ends or reminders begin late, the letters that were
   * missed do not all go out on one morning.
   */
  private static final int WINDOW_DAYS = 6;

  private record Letter(ReminderType type, LocalDate day) {}

  /** The latest letter whose day has come within the window, unless it was sent. */
  Optional<ReminderType> due(ReminderPolicy policy, Set<ReminderType> sent, LocalDate today) {
    return policy.days().stream()
        .flatMap(it -> Optional.ofNullable(letter(it)).stream())
        .filter(it -> !today.isBefore(it.day()))
        .filter(it -> ChronoUnit.DAYS.between(it.day(), today) <= WINDOW_DAYS)
        .filter(it -> !isCourtesy(it.type()) || today.isBefore(dueDate))
        .max(Comparator.comparing(Letter::day).thenComparing(Letter::type))
        .map(Letter::type)
        .filter(it -> !sent.contains(it));
  }

  private @Nullable Letter letter(ReminderDay day) {
    if (day.type() == ReminderType.MANUAL) {
      return null;
    }
    LocalDate from = isCourtesy(day.type()) ? invoiceDate : dueDate;
    return new Letter(day.type(), from.plusDays(day.days()));
  }

  private static boolean isCourtesy(ReminderType type) {
    return switch (type) {
      case COURTESY_1, COURTESY_2, COURTESY_3 -> true;
      case FIRST, SECOND, FINAL, MANUAL -> false;
    };
  }

  /** From this day on, a claim in law may be thought of. */
  LocalDate legalNoticeFrom(Bar bar) {
    return dueDate.plusDays(
        switch (bar) {
          case JOHANNESBURG -> 60;
          case CAPE_TOWN -> 90;
        });
  }
}
