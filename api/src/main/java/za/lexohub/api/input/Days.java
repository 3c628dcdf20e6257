package za.lexohub.api.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The days that somebody's books can speak of. Java's reach a thousand million years further, which
 * no store holds and no deadline is ever computed for.
 */
public final class Days {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /**
   * @throws DateTimeException when it is none like {@code 2026-03-31}
   */
  public static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new DateTimeException("out of range");
    }
    return day;
  }

  /**
   * @throws DateTimeException when it is none like {@code 2026-03-31T10:00:00Z}
   */
  public static Instant instant(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text);
    int year = time.getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("out of range");
    }
    return time.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
  }

  private Days() {}
}
