package za.lexohub.domain.law;

import java.time.LocalDate;

/**
 * In what time a fee debt prescribes: three years ({@code law.md} 3.10; Prescription Act 68 of
 * 1969, s11(d)) from the day it is due (s12), and anew from the day it is acknowledged (s14).
 *
 * @param start the day from which it runs
 */
public record PrescriptionPeriod(LocalDate start) {
  private static final int MONTHS = 36;

  public static PrescriptionPeriod from(LocalDate dueDate) {
    return new PrescriptionPeriod(dueDate);
  }

  /** An acknowledgement before the debt was due, or before a later one, changes nothing. */
  public PrescriptionPeriod interruptedOn(LocalDate acknowledgement) {
    return acknowledgement.isAfter(start) ? new PrescriptionPeriod(acknowledgement) : this;
  }

  /** The day so many months after it began. */
  public LocalDate after(int months) {
    return start.plusMonths(months);
  }

  /** The day on which the debt prescribes. */
  public LocalDate end() {
    return after(MONTHS);
  }
}
