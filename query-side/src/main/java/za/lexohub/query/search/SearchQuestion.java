package za.lexohub.query.search;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.search.SearchFilters;
import za.lexohub.readmodels.search.SearchOrder;

/**
 * What is searched for: words, filters, or both.
 *
 * @param text without blanks around it; absent when only the filters count
 * @param types never empty
 * @param order by relevance only when there are words
 * @param after {@link SearchPage#nextCursor} of the page before, absent for the first
 */
public record SearchQuestion(
    @Nullable String text,
    Set<DocumentType> types,
    SearchFilters filters,
    SearchOrder order,
    int limit,
    @Nullable String after) {

  public static final int MIN_LENGTH = 2;
  public static final int MAX_LENGTH = 200;
  public static final int MAX_LIMIT = 100;

  /**
   * @param types when empty, all
   * @throws InvalidSearch when there is nothing to search for, or text, limit or a range are not
   *     what they should be
   */
  public SearchQuestion {
    text = text == null ? null : readable(text);
    types =
        Collections.unmodifiableSet(
            types.isEmpty() ? EnumSet.allOf(DocumentType.class) : EnumSet.copyOf(types));
    Narrowing.requireSensible(filters);
    if (text == null && filters.isEmpty()) {
      throw new InvalidSearch("q", "give q, or a filter");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidSearch("limit", "limit must be 1 to " + MAX_LIMIT);
    }
    order = text == null && order == SearchOrder.RELEVANCE ? SearchOrder.NEWEST : order;
  }

  /** The first page of what is most relevant. */
  public static SearchQuestion of(String text, Set<DocumentType> types, int limit) {
    return new SearchQuestion(text, types, SearchFilters.NONE, SearchOrder.RELEVANCE, limit, null);
  }

  /** The page of the same question that begins where another ended. */
  public SearchQuestion after(@Nullable String cursor) {
    return new SearchQuestion(text, types, filters, order, limit, cursor);
  }

  /**
   * What is searched for, without blanks around it.
   *
   * @throws InvalidSearch when it is too short or too long
   */
  static String readable(String q) {
    String text = q.strip();
    if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
      throw new InvalidSearch(
          "q", "q must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    return text;
  }
}
