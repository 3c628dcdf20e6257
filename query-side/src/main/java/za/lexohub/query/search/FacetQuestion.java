package za.lexohub.query.search;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.search.SearchFilters;

/**
 * What is counted.
 *
 * @param text counts only what a search for it would find; absent for everything
 * @param interval of the histogram; absent for none
 * @param naming whether clients may be named in the answer
 */
public record FacetQuestion(
    DocumentType type,
    @Nullable String text,
    SearchFilters filters,
    @Nullable Interval interval,
    boolean naming) {

  /** How long a bar of the histogram is. Weeks begin on Mondays. */
  public enum Interval {
    DAY(366),
    WEEK(3_660),
    MONTH(null),
    YEAR(null);

    private final @Nullable Integer mostDays;

    Interval(@Nullable Integer mostDays) {
      this.mostDays = mostDays;
    }
  }

  /**
   * @throws InvalidSearch when the text or a range is not what it should be, or the histogram would
   *     have too many bars
   */
  public FacetQuestion {
    text = text == null ? null : SearchQuestion.readable(text);
    Narrowing.requireSensible(filters);
    if (interval != null && interval.mostDays != null) {
      LocalDate from = filters.from();
      LocalDate to = filters.to();
      if (from == null || to == null || ChronoUnit.DAYS.between(from, to) > interval.mostDays) {
        throw new InvalidSearch(
            "interval", "needs from and to, at most " + interval.mostDays + " days apart");
      }
    }
  }

  /** Everything of a kind. */
  public static FacetQuestion of(DocumentType type) {
    return new FacetQuestion(type, null, SearchFilters.NONE, null, true);
  }
}
