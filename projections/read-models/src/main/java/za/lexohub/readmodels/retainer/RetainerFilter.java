package za.lexohub.readmodels.retainer;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which retainers a list holds.
 *
 * @param status any of these; all when empty
 */
public record RetainerFilter(Set<String> status, @Nullable UUID matterId, @Nullable Boolean low) {

  public RetainerFilter {
    status = Set.copyOf(status);
  }
}
