package za.lexohub.api.workflow;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.workflow.WorkflowQueries;
import za.lexohub.readmodels.workflow.WorkflowFilter;
import za.lexohub.readmodels.workflow.WorkflowSort;
import za.lexohub.readmodels.workflow.WorkflowState;
import za.lexohub.readmodels.workflow.WorkflowView;
import za.lexohub.role.QueryRole;

/** Shows the billing workflows, step by step. */
@RestController
@QueryRole
@RequestMapping("/api/v1/workflows")
public final class WorkflowReads {
  private final WorkflowQueries workflows;
  private final Reads reads;

  WorkflowReads(WorkflowQueries workflows, Reads reads) {
    this.workflows = workflows;
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_WORKFLOWS)
  ResponseEntity<WorkflowView> get(
      HttpServletRequest request, Caller caller, @PathVariable String id) {
    WorkflowId workflow = WorkflowId.of(id);
    return reads.plain(
        request,
        consistency ->
            workflows
                .get(caller.tenant().value(), workflow.proFormaId(), workflow.round(), consistency)
                .orElseThrow(
                    () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address.")));
  }

  @GetMapping
  @Needs(Permission.READ_WORKFLOWS)
  @Takes(
      list = true,
      value = {"state", "proFormaId", "startedAt[]"},
      sorts = "startedAt")
  ResponseEntity<Listing<WorkflowView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    WorkflowFilter filter =
        new WorkflowFilter(
            given.anyOf("state", WorkflowState.class),
            given.uuid("proFormaId"),
            given.instants("startedAt"));
    var sort = given.sort(WorkflowSort.values(), WorkflowSort.STARTED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            workflows.list(caller.tenant().value(), filter, sort, limit, after, consistency));
  }
}
