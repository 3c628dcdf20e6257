package za.lexohub.readmodels.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal dates are South African days ({@code domain.md} 3.11). */
public final class BusinessDays {

  private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** The legal day of a column that holds an instant, in SQL. */
  static String of(String column) {
    return "(" + column + " at time zone '" + ZONE.getId() + "')::date";
  }

  private BusinessDays() {}
}
