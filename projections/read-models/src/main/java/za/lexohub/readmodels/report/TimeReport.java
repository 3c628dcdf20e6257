package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * Time and services by the day of the work, before VAT, without what was removed or laid out.
 *
 * @param groups in the order of their keys; the first five hundred
 */
public record TimeReport(
    LocalDate from, LocalDate to, String groupBy, List<Group> groups, Group totals) {

  public TimeReport {
    groups = List.copyOf(groups);
  }

  /** What the report puts together. */
  public enum GroupBy {
    MATTER("m.id::text", "m.reference"),
    CATEGORY("coalesce(w.category, w.kind)", "coalesce(w.category, w.kind)"),
    MONTH("to_char(w.worked_on, 'YYYY-MM')", "to_char(w.worked_on, 'YYYY-MM')");

    final String key;
    final String label;

    GroupBy(String key, String label) {
      this.key = key;
      this.label = label;
    }
  }

  /**
   * @param key the matter's id, a category ({@code TIME} for time entries) or {@code 2026-03};
   *     {@code TOTAL} of them all
   * @param label the matter's reference; else the key
   * @param minutes of time entries; services have none
   * @param logged all of it
   * @param billable of it
   * @param billed of the billable, on an invoice that may still be a draft
   * @param writtenOff of the billable
   * @param realisationPercent billed, of the billable
   */
  public record Group(
      String key,
      String label,
      long minutes,
      Money logged,
      Money billable,
      Money billed,
      Money writtenOff,
      @Nullable BigDecimal realisationPercent) {}
}
