package za.lexohub.domain.retainer;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * For how long a retainer is agreed.
 *
 * @param endsOn the last day, included; absent when it is agreed for no time
 */
record Term(LocalDate startsOn, @Nullable LocalDate endsOn) {

  boolean isOverOn(LocalDate day) {
    return endsOn != null && day.isAfter(endsOn);
  }

  /** Of a term as long as this one, and right after it: months stay calendar months. */
  LocalDate endOfNext() {
    LocalDate begins = firstDayAfter();
    return begins.plus(Period.between(startsOn, begins)).minusDays(1);
  }

  LocalDate firstDayAfter() {
    if (endsOn == null) {
      throw new IllegalStateException("the retainer has no term");
    }
    return endsOn.plusDays(1);
  }
}
