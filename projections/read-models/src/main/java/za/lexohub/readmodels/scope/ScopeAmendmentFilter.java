package za.lexohub.readmodels.scope;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which amendments a list holds.
 *
 * @param status any of these; all when empty
 */
public record ScopeAmendmentFilter(Set<String> status, @Nullable UUID matterId) {

  public ScopeAmendmentFilter {
    status = Set.copyOf(status);
  }
}
