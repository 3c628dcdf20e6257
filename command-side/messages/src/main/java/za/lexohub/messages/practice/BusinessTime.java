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

  private BusinessTime() {}
}
