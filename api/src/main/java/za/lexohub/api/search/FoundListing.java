package za.lexohub.api.search;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.search.SearchHit;

/**
 * One page of what was found.
 *
 * @param nextCursor for {@code after} of the next page; null on the last one
 * @param degraded whether PostgreSQL answered, because the search store could not
 */
@Schema(
    description =
        "One page of what was found; nextCursor is null on the last one. When degraded, the search"
            + " store was away: nothing misspelt is found and nothing highlighted.")
record FoundListing(List<SearchHit> data, @Nullable String nextCursor, boolean degraded) {}
