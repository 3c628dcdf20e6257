package za.lexohub.readmodels.proforma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which pro formas a list holds. One without the value that a bounded range looks at is not in it.
 *
 * @param status any of these; all when empty
 * @param text in quote number, title, client, attorney or firm, in any case
 */
public record ProFormaFilter(
    Set<ProFormaStatus> status,
    @Nullable UUID matterId,
    @Nullable String urgency,
    @Nullable String text,
    Range<Instant> createdAt,
    Range<Instant> sentAt,
    Range<LocalDate> quoteDate,
    Range<LocalDate> validUntil) {

  public ProFormaFilter {
    status = Set.copyOf(status);
  }

  public static ProFormaFilter all() {
    return new ProFormaFilter(
        Set.of(), null, null, null, Range.all(), Range.all(), Range.all(), Range.all());
  }
}
