package za.lexohub.readmodels.workflow;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.KeysetQuery;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.TenantScope;

/** Reads workflows. */
public final class WorkflowViews {

  private final TenantScope scope;

  public WorkflowViews(TenantScope scope) {
    this.scope = scope;
  }

  public Optional<WorkflowView> find(String tenant, UUID proFormaId, int round) {
    return scope.read(
        tenant,
        jdbc ->
            jdbc.sql(
                    "select * from workflow_states"
                        + " where tenant_id = ? and pro_forma_id = ? and round = ?")
                .params(tenant, proFormaId, round)
                .query(WorkflowRowMapper::view)
                .optional());
  }

  /** See {@link KeysetQuery#page}. */
  public Page<WorkflowView> page(
      String tenant,
      WorkflowFilter filter,
      Sort<WorkflowSort> sort,
      int limit,
      @Nullable Cursor after) {
    return new KeysetQuery(tenant, "*", "workflow_states")
        .whereIn("state", filter.state())
        .whereEqual("pro_forma_id", filter.proFormaId())
        .whereWithin("started_at", filter.startedAt())
        .page(scope, sort, limit, after, WorkflowRowMapper::view);
  }
}
