package za.lexohub.readmodels.export;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Range;

/**
 * Which entries of the ledger, or payments, are meant.
 *
 * @param date on which they count
 * @param kind any of these; all when empty
 */
public record EntryFilter(
    Range<LocalDate> date, Set<String> kind, @Nullable UUID invoiceId, @Nullable UUID matterId) {

  public EntryFilter {
    kind = Set.copyOf(kind);
  }

  public static EntryFilter all() {
    return new EntryFilter(Range.all(), Set.of(), null, null);
  }

  public KeysetQuery narrow(KeysetQuery query) {
    return query
        .whereWithin("entry_date", date)
        .whereIn("kind", kind)
        .whereEqual("invoice_id", invoiceId)
        .whereEqual("matter_id", matterId);
  }
}
