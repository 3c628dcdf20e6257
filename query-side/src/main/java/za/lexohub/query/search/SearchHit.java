package za.lexohub.query.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * Something that was found.
 *
 * @param status of a matter, pro forma or invoice, as its list shows it
 * @param amount of a matter its estimate, of anything else its total
 * @param matterId of a pro forma or invoice that belongs to one
 * @param score comparable within one search only
 * @param highlights by field ({@code title}, {@code clientName}, …) the places that match: HTML,
 *     escaped, with the matching words in {@code <em>}
 */
public record SearchHit(
    DocumentType type,
    String id,
    @Nullable String title,
    @Nullable String clientName,
    @Nullable String referenceNumber,
    @Nullable String status,
    @Nullable Instant createdAt,
    @Nullable Money amount,
    @Nullable String matterId,
    double score,
    Map<String, List<String>> highlights) {

  public SearchHit {
    highlights = Map.copyOf(highlights);
  }
}
