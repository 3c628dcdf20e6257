package za.lexohub.readmodels.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Narrows what is found or counted; an empty set and an open range narrow nothing.
 *
 * @param client the whole name, as it is written
 * @param amount cents: of a matter its estimate, of anything else its total
 * @param archived only those, or only the others; what cannot be archived is neither
 * @param from the first day of creation, Johannesburg time
 * @param to the last day of creation, Johannesburg time
 */
public record SearchFilters(
    Set<String> statuses,
    Set<String> matterTypes,
    Set<String> bars,
    @Nullable String client,
    Range<Long> amount,
    @Nullable Boolean archived,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

  public static final SearchFilters NONE =
      new SearchFilters(Set.of(), Set.of(), Set.of(), null, Range.all(), null, null, null);

  public SearchFilters {
    statuses = sorted(statuses);
    matterTypes = sorted(matterTypes);
    bars = sorted(bars);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** The moment at which {@code from} begins. */
  public @Nullable ZonedDateTime begins() {
    return from == null ? null : from.atStartOfDay(ZONE);
  }

  /** The moment at which {@code to} is over. */
  public @Nullable ZonedDateTime ends() {
    return to == null ? null : to.plusDays(1).atStartOfDay(ZONE);
  }

  /** Sorted, so that equal filters are the same text on every node. */
  private static SortedSet<String> sorted(Set<String> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }
}
