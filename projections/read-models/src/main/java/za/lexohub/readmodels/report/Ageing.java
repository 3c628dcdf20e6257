package za.lexohub.readmodels.report;

import java.time.LocalDate;
import java.util.List;
import za.lexohub.readmodels.money.Money;

/**
 * What is open on a day, by how long it has been due.
 *
 * @param on entries up to this day count
 */
public record Ageing(LocalDate on, List<Bracket> brackets, long count, Money total) {

  public Ageing {
    brackets = List.copyOf(brackets);
  }

  /**
   * @param name {@code CURRENT}, {@code 1-30}, {@code 31-60}, {@code 61-90} or {@code 90+} days
   *     past due; of matters and work {@code 0-30} and on
   */
  public record Bracket(String name, long count, Money total) {}
}
