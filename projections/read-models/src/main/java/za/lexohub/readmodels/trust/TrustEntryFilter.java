package za.lexohub.readmodels.trust;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which movements a list holds.
 *
 * @param kind any of these; all when empty
 */
public record TrustEntryFilter(
    Set<String> kind, @Nullable UUID matterId, @Nullable UUID invoiceId, Range<LocalDate> date) {

  public TrustEntryFilter {
    kind = Set.copyOf(kind);
  }
}
