package za.lexohub.readmodels.work;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which work a list holds.
 *
 * @param matterId whose work; everybody's when absent
 * @param state any of these; all when empty
 * @param kind any of these; all when empty
 */
public record WorkItemFilter(
    @Nullable UUID matterId, Set<String> state, Set<String> kind, Range<LocalDate> date) {

  public WorkItemFilter {
    state = Set.copyOf(state);
    kind = Set.copyOf(kind);
  }

  public static WorkItemFilter of(UUID matterId) {
    return new WorkItemFilter(matterId, Set.of(), Set.of(), Range.all());
  }
}
