package za.lexohub.api.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The years that this API takes days and times of; every store and every calendar knows them. */
public final class BusinessYears {
  public static final String EXPECTED = "must be in the years 1900 to 2199";

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate AFTER = LocalDate.of(2200, 1, 1);
  private static final Instant START = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final Instant END = AFTER.atStartOfDay(ZoneOffset.UTC).toInstant();

  public static boolean hold(LocalDate day) {
    return !day.isBefore(FIRST) && day.isBefore(AFTER);
  }

  public static boolean hold(Instant time) {
    return !time.isBefore(START) && time.isBefore(END);
  }

  private BusinessYears() {}
}
