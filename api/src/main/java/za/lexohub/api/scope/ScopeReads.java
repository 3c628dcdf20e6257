package za.lexohub.api.scope;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.scope.ScopeAmendmentQueries;
import za.lexohub.readmodels.scope.ScopeAmendmentFilter;
import za.lexohub.readmodels.scope.ScopeAmendmentSort;
import za.lexohub.readmodels.scope.ScopeAmendmentView;
import za.lexohub.role.QueryRole;

/** Shows scope amendments. */
@RestController
@QueryRole
@RequestMapping("/api/v1/scope-amendments")
public final class ScopeReads {
  private enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    SUPERSEDED
  }

  private final ScopeAmendmentQueries amendments;
  private final Reads reads;

  ScopeReads(ScopeAmendmentQueries amendments, Reads reads) {
    this.amendments = amendments;
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<ScopeAmendmentView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        ScopeAmendmentView::version,
        consistency -> amendments.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"status", "matterId"},
      sorts = {"createdAt"})
  ResponseEntity<Listing<ScopeAmendmentView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    ScopeAmendmentFilter filter =
        new ScopeAmendmentFilter(
            Parameters.names(given.anyOf("status", Status.class)), given.uuid("matterId"));
    var sort = given.sort(ScopeAmendmentSort.values(), ScopeAmendmentSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            amendments.list(caller.tenant().value(), filter, sort, limit, after, consistency));
  }
}
