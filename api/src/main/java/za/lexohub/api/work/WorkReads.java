package za.lexohub.api.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
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
import za.lexohub.messages.work.WorkKind;
import za.lexohub.query.Answer;
import za.lexohub.query.work.WorkQueries;
import za.lexohub.readmodels.work.BillingReadiness;
import za.lexohub.readmodels.work.WorkInProgress;
import za.lexohub.readmodels.work.WorkItemFilter;
import za.lexohub.readmodels.work.WorkItemSort;
import za.lexohub.readmodels.work.WorkItemView;
import za.lexohub.role.QueryRole;

/** Shows the work on a matter, and whether it can be invoiced. */
@RestController
@QueryRole
@RequestMapping("/api/v1/matters/{id}")
public final class WorkReads {
  private enum State {
    UNBILLED,
    BILLED,
    WRITTEN_OFF,
    REMOVED
  }

  private final WorkQueries work;
  private final Reads reads;

  WorkReads(WorkQueries work, Reads reads) {
    this.work = work;
    this.reads = reads;
  }

  @GetMapping("/work-items/{workItemId}")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<WorkItemView> get(
      HttpServletRequest request,
      Caller caller,
      @PathVariable UUID id,
      @PathVariable("workItemId") UUID item) {
    return reads.one(
        request,
        WorkItemView::version,
        consistency -> work.get(caller.tenant().value(), id, item, consistency));
  }

  @GetMapping("/work-items")
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"state", "kind", "date[]"},
      sorts = {"date", "createdAt", "amount"})
  ResponseEntity<Listing<WorkItemView>> list(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    Parameters given = new Parameters(request);
    WorkItemFilter filter =
        new WorkItemFilter(
            id,
            Parameters.names(given.anyOf("state", State.class)),
            Parameters.names(given.anyOf("kind", WorkKind.class)),
            given.dates("date"));
    var sort = given.sort(WorkItemSort.values(), WorkItemSort.DATE);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            work.list(caller.tenant().value(), filter, sort, limit, after, consistency));
  }

  @GetMapping("/wip")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<WorkInProgress> wip(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.plain(
        request, consistency -> known(work.inProgress(caller.tenant().value(), id, consistency)));
  }

  @GetMapping("/billing-readiness")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<BillingReadiness> billingReadiness(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.plain(
        request, consistency -> known(work.readiness(caller.tenant().value(), id, consistency)));
  }

  private static <T> Answer<T> known(Optional<Answer<T>> answer) {
    return answer.orElseThrow(
        () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
  }
}
