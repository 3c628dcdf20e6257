package za.lexohub.readmodels.agreement;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agreements a list holds.
 *
 * @param status any of these; all when empty
 */
public record AgreementFilter(
    Set<String> status, @Nullable UUID matterId, @Nullable UUID proFormaId) {

  public AgreementFilter {
    status = Set.copyOf(status);
  }
}
