package za.lexohub.query.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, in the order that was asked for.
 *
 * @param nextCursor where the next page begins; absent on the last page
 */
public record SearchPage(List<SearchHit> hits, @Nullable String nextCursor) {

  public SearchPage {
    hits = List.copyOf(hits);
  }
}
