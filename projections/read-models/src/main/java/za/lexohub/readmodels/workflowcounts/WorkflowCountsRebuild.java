package za.lexohub.readmodels.workflowcounts;

import java.util.List;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;

/**
 * Fills an advocate's sets in Redis from SQL while changes go on. Both carry the aggregates'
 * versions, so whichever knows more of an id wins. What the projector had moved before the sets
 * were lost will not come to it again; therefore SQL is read only once it has applied everything
 * that was in the log when the rebuild began, and the sets count as complete only if no second loss
 * happened in between.
 */
public final class WorkflowCountsRebuild {

  private static final List<String> SOURCES =
      List.of(ReadModelGroups.MATTERS, ReadModelGroups.PRO_FORMAS, ReadModelGroups.INVOICES);

  private final WorkflowCountsCache cache;
  private final WorkflowCountsTruth truth;
  private final AppliedPositions positions;

  public WorkflowCountsRebuild(
      WorkflowCountsCache cache, WorkflowCountsTruth truth, AppliedPositions positions) {
    this.cache = cache;
    this.truth = truth;
    this.positions = positions;
  }

  /**
   * Does it, unless SQL is behind right now. Throws when Redis cannot be reached.
   *
   * @return whether the sets are complete now; if not, ask again later
   */
  public boolean rebuild(String tenant) {
    String proof = cache.beginRebuild(tenant);
    long recorded = positions.recordedThrough();
    if (SOURCES.stream().anyMatch(group -> positions.appliedThrough(group) < recorded)) {
      return false;
    }
    cache.moveAll(tenant, truth.members(tenant));
    return cache.endRebuild(tenant, proof);
  }
}
