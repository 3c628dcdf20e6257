package za.lexohub.messages.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal dates are South African days ({@code domain.md} 3.11); instants are UTC. */
public final class BusinessTime {

  /** UTC+2 all year. */
  public static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

  /** The legal date at an instant. */
  public static LocalDate dateAt(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The first instant of a legal date. */
  public static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  /**
   * A date as somebody gave it, if a document or a deadline can bear it.
   *
   * @throws IllegalArgumentException outside 1900 to 2199: a slip of the pen that would later break
   *     calendars and deadlines
   */
  public static LocalDate plausible(LocalDate date) {
    if (date.getYear() < 1900 || date.getYear() > 2199) {
      throw new IllegalArgumentException("date must lie between the years 1900 and 2199");
    }
    return date;
  }

  private BusinessTime() {}
}
