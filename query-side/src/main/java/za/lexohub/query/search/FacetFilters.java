package za.lexohub.query.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Narrows what is counted; an empty set narrows nothing.
 *
 * @param archived of matters: only those, or only the others; absent for both
 * @param from the first day of creation, Johannesburg time
 * @param to the last day of creation, Johannesburg time
 */
public record FacetFilters(
    DocumentType type,
    Set<String> statuses,
    Set<String> matterTypes,
    Set<String> bars,
    @Nullable Boolean archived,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public FacetFilters {
    statuses = Set.copyOf(statuses);
    matterTypes = Set.copyOf(matterTypes);
    bars = Set.copyOf(bars);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidSearch("from", "from must not be after to");
    }
  }

  /** All matters, as the plan counts them. */
  public static FacetFilters none() {
    return of(DocumentType.MATTER);
  }

  public static FacetFilters of(DocumentType type) {
    return new FacetFilters(type, Set.of(), Set.of(), Set.of(), null, null, null);
  }
}
