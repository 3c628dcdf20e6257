package za.lexohub.readmodels.claims;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which disputes a list holds.
 *
 * @param status any of these; all when empty
 */
public record DisputeFilter(Set<String> status, @Nullable UUID invoiceId) {

  public DisputeFilter {
    status = Set.copyOf(status);
  }
}
