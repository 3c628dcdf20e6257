package za.lexohub.query.workflowcounts;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.redis.CacheMeter;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsRebuild;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

/**
 * How much of an advocate's work stands where: from Redis while it is complete and fresh enough,
 * else from SQL, and then Redis is filled again behind the caller's back.
 */
public final class WorkflowCountsQuery {

  private static final Logger LOG = LoggerFactory.getLogger(WorkflowCountsQuery.class);

  private final WorkflowCountsCache cache;
  private final WorkflowCountsTruth truth;
  private final WorkflowCountsRebuild rebuild;
  private final AppliedWait applied;
  private final Fallback fallback;
  private final Executor background;
  private final CacheMeter meter = new CacheMeter("counts");
  private final Set<String> rebuilding = ConcurrentHashMap.newKeySet();

  public WorkflowCountsQuery(
      WorkflowCountsCache cache,
      WorkflowCountsTruth truth,
      WorkflowCountsRebuild rebuild,
      AppliedWait applied,
      Fallback fallback,
      Executor background) {
    this.cache = cache;
    this.truth = truth;
    this.rebuild = rebuild;
    this.applied = applied;
    this.fallback = fallback;
    this.background = background;
  }

  /**
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<WorkflowCounts> counts(String tenant, Consistency consistency) {
    long position = applied.through(ReadModelGroups.WORKFLOW_COUNTS);
    if (position >= consistency.position()) {
      Optional<WorkflowCounts> counts = fallback.ask(meter, () -> cache.counts(tenant));
      if (counts.isPresent()) {
        return new Answer<>(counts.get(), position);
      }
      rebuildInBackground(tenant);
    }
    long inSql =
        applied.await(
            consistency,
            ReadModelGroups.MATTERS,
            ReadModelGroups.PRO_FORMAS,
            ReadModelGroups.INVOICES);
    return new Answer<>(truth.counts(tenant), inSql);
  }

  private void rebuildInBackground(String tenant) {
    if (rebuilding.add(tenant)) {
      background.execute(
          () -> {
            try {
              fallback.tell(() -> rebuild.rebuild(tenant));
            } catch (RuntimeException e) {
              // The next reader tries again; this one has its answer from SQL.
              LOG.warn("The counts of {} could not be rebuilt", tenant, e);
            } finally {
              rebuilding.remove(tenant);
            }
          });
    }
  }
}
