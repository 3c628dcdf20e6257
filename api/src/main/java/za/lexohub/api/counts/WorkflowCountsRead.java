package za.lexohub.api.counts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;
import za.lexohub.role.QueryRole;

/** Shows how much work stands where. */
@RestController
@QueryRole
public final class WorkflowCountsRead {
  private final Counts counts;
  private final Reads reads;

  WorkflowCountsRead(Counts counts, Reads reads) {
    this.counts = counts;
    this.reads = reads;
  }

  @GetMapping("/api/v1/workflow/counts")
  @Needs(Permission.COUNT)
  ResponseEntity<WorkflowCounts> get(HttpServletRequest request, Caller caller) {
    return reads.plain(request, consistency -> counts.counts(caller.tenant().value(), consistency));
  }
}
