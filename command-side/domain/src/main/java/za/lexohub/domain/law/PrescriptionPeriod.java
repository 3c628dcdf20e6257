package za.lexohub.domain.law;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * In what time a fee debt prescribes: three years ({@code law.md} 3.10; Prescription Act 68 of
 * 1969, s11(d)) from the day it is due (s12), and anew from the day it is acknowledged (s14).
 *
 * @param start the day from which it runs
 */
public record PrescriptionPeriod(LocalDate start) {
  private static final int MONTHS = 36;

  /** After how many months the advocate is warned, the last first. */
  private static final int[] MARKS = {35, 33, 30};

  public static PrescriptionPeriod from(LocalDate dueDate) {
    return new PrescriptionPeriod(dueDate);
  }

  /** An acknowledgement before the debt was due, or before a later one, changes nothing. */
  public PrescriptionPeriod interruptedOn(LocalDate acknowledgement) {
    return acknowledgement.isAfter(start) ? new PrescriptionPeriod(acknowledgement) : this;
  }

  /**
   * The months of the last mark that is reached; none before the first, and none any more when the
   * debt has prescribed.
   */
  public OptionalInt markReachedOn(LocalDate day) {
    return day.isBefore(end())
        ? IntStream.of(MARKS).filter(months -> !day.isBefore(start.plusMonths(months))).findFirst()
        : OptionalInt.empty();
  }

  /** The day on which the debt prescribes. */
  public LocalDate end() {
    return start.plusMonths(MONTHS);
  }
}
