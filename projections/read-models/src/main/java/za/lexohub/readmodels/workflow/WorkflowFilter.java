package za.lexohub.readmodels.workflow;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which workflows a list holds.
 *
 * @param state any of these; all when empty
 */
public record WorkflowFilter(
    Set<WorkflowState> state, @Nullable UUID proFormaId, Range<Instant> startedAt) {

  public WorkflowFilter {
    state = Set.copyOf(state);
  }

  public static WorkflowFilter all() {
    return new WorkflowFilter(Set.of(), null, Range.all());
  }
}
