package za.lexohub.readmodels.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a list, in its order.
 *
 * @param next where the next page begins; absent on the last page
 */
public record Page<T>(List<T> entries, @Nullable Cursor next) {
  public Page {
    entries = List.copyOf(entries);
  }
}
