package za.lexohub.readmodels.report;

import java.time.LocalDate;

/**
 * The days that a report is about, both included.
 *
 * @throws IllegalArgumentException when it ends before it begins, or holds more than ten years
 */
public record Span(LocalDate from, LocalDate to) {

  private static final int YEARS = 10;

  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("from must not be after to");
    }
    if (to.isAfter(from.plusYears(YEARS))) {
      throw new IllegalArgumentException("a report covers at most " + YEARS + " years");
    }
  }
}
