package za.lexohub.readmodels.claims;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which notes a list holds.
 *
 * @param status any of these; all when empty
 * @param kind any of these; all when empty
 * @param issuedOn a draft is in no bounded range
 */
public record CreditNoteFilter(
    Set<String> status, Set<String> kind, @Nullable UUID invoiceId, Range<LocalDate> issuedOn) {

  public CreditNoteFilter {
    status = Set.copyOf(status);
    kind = Set.copyOf(kind);
  }
}
