package za.lexohub.query.selfcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.selfcheck.Comparison.Verdict;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

/** Compares the counts that Redis holds of one tenant with those of the tables. */
final class CountsComparison {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final WorkflowCountsCache cache;
  private final WorkflowCountsTruth truth;
  private final Fallback fallback;
  private final AppliedPositions positions;
  private final AppliedWait applied;

  CountsComparison(
      WorkflowCountsCache cache,
      WorkflowCountsTruth truth,
      Fallback fallback,
      AppliedPositions positions,
      AppliedWait applied) {
    this.cache = cache;
    this.truth = truth;
    this.fallback = fallback;
    this.positions = positions;
    this.applied = applied;
  }

  /** Differs only when nothing at all was recorded while both were read. */
  Verdict of(String tenant) {
    long head = positions.recordedThrough();
    try {
      applied.await(
          Consistency.through(head, PATIENCE),
          ReadModelGroups.WORKFLOW_COUNTS,
          ReadModelGroups.MATTERS,
          ReadModelGroups.PRO_FORMAS,
          ReadModelGroups.INVOICES);
    } catch (NotYetConsistent behind) {
      return new Verdict.Unknown();
    }
    Optional<WorkflowCounts> cached = fallback.ask(() -> cache.counts(tenant));
    WorkflowCounts counted = truth.counts(tenant);
    if (cached.isEmpty() || positions.recordedThrough() != head) {
      return new Verdict.Unknown();
    }
    List<String> fields = differences(cached.get(), counted);
    return fields.isEmpty() ? new Verdict.Agrees() : new Verdict.Differs(0, fields);
  }

  private static List<String> differences(WorkflowCounts cached, WorkflowCounts counted) {
    List<String> fields = new ArrayList<>();
    compare("invoiceCount", cached.invoiceCount(), counted.invoiceCount(), fields);
    compare("matterCount", cached.matterCount(), counted.matterCount(), fields);
    compare("overdueCount", cached.overdueCount(), counted.overdueCount(), fields);
    compare(
        "proFormaAcceptedCount",
        cached.proFormaAcceptedCount(),
        counted.proFormaAcceptedCount(),
        fields);
    compare("proFormaCount", cached.proFormaCount(), counted.proFormaCount(), fields);
    compare("proFormaSentCount", cached.proFormaSentCount(), counted.proFormaSentCount(), fields);
    compare("unpaidCount", cached.unpaidCount(), counted.unpaidCount(), fields);
    return fields;
  }

  private static void compare(String name, long cached, long counted, List<String> fields) {
    if (cached != counted) {
      fields.add(name);
    }
  }
}
