package za.lexohub.api.retainer;

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
import za.lexohub.query.retainer.RetainerQueries;
import za.lexohub.readmodels.retainer.RetainerFilter;
import za.lexohub.readmodels.retainer.RetainerSort;
import za.lexohub.readmodels.retainer.RetainerView;
import za.lexohub.role.QueryRole;

/** Shows retainers. */
@RestController
@QueryRole
@RequestMapping("/api/v1/retainers")
public final class RetainerReads {
  private enum Status {
    ACTIVE,
    DEPLETED,
    EXPIRED,
    CANCELLED,
    REFUNDED
  }

  private final RetainerQueries retainers;
  private final Reads reads;

  RetainerReads(RetainerQueries retainers, Reads reads) {
    this.retainers = retainers;
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<RetainerView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        RetainerView::version,
        consistency -> retainers.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"status", "matterId", "low"},
      sorts = {"createdAt", "startsOn", "balance"})
  ResponseEntity<Listing<RetainerView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    RetainerFilter filter =
        new RetainerFilter(
            Parameters.names(given.anyOf("status", Status.class)),
            given.uuid("matterId"),
            given.flag("low"));
    var sort = given.sort(RetainerSort.values(), RetainerSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            retainers.list(caller.tenant().value(), filter, sort, limit, after, consistency));
  }
}
