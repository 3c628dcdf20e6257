package za.lexohub.query.workflow;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.workflow.WorkflowFilter;
import za.lexohub.readmodels.workflow.WorkflowSort;
import za.lexohub.readmodels.workflow.WorkflowView;
import za.lexohub.readmodels.workflow.WorkflowViews;

/** Answers from the {@code workflows} read model. */
public final class WorkflowQueries {

  private final WorkflowViews views;
  private final AppliedWait applied;

  public WorkflowQueries(WorkflowViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /**
   * The workflow {@code <proFormaId>-<round>}.
   *
   * @return empty when this tenant has no such workflow
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the workflow's events could not be applied
   */
  public Optional<Answer<WorkflowView>> get(
      String tenant, UUID proFormaId, int round, Consistency consistency) {
    long position = applied.await(ReadModelGroups.WORKFLOWS, consistency);
    applied.refuseParked(ReadModelGroups.WORKFLOWS, proFormaId);
    Optional<WorkflowView> view = views.find(tenant, proFormaId, round);
    view.ifPresent(v -> applied.refuseParked(ReadModelGroups.WORKFLOWS, v.invoiceId()));
    return view.map(found -> new Answer<>(found, position));
  }

  /**
   * @param limit 1 to 500
   * @param after from the page before; absent for the first
   * @throws Cursor.Foreign when the cursor was made for another list
   * @throws NotYetConsistent when the answer would be older than asked for
   */
  public Answer<Page<WorkflowView>> list(
      String tenant,
      WorkflowFilter filter,
      Sort<WorkflowSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.WORKFLOWS, consistency);
    return new Answer<>(views.page(tenant, filter, sort, limit, after), position);
  }
}
