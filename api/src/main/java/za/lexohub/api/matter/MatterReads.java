package za.lexohub.api.matter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.asof.AsOfReads;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.AuditTrail.Kind;
import za.lexohub.messages.practice.Bar;
import za.lexohub.query.matter.MatterQueries;
import za.lexohub.readmodels.matter.MatterFilter;
import za.lexohub.readmodels.matter.MatterSort;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.role.QueryRole;

/** Shows matters. */
@RestController
@QueryRole
@RequestMapping("/api/v1/matters")
public final class MatterReads {
  private enum Status {
    PENDING,
    REQUESTED,
    AWAITING_APPROVAL,
    ACTIVE,
    ON_HOLD,
    SETTLED,
    CLOSED,
    DECLINED
  }

  private final MatterQueries matters;
  private final Reads reads;
  private final AsOfReads asOf;

  MatterReads(MatterQueries matters, Reads reads, AsOfReads asOf) {
    this.matters = matters;
    this.reads = reads;
    this.asOf = asOf;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  @Takes({AsOfReads.AS_OF, AsOfReads.AS_OF_POSITION})
  ResponseEntity<MatterView> get(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    if (asOf.isAsked(request)) {
      return asOf.one(request, caller, Kind.MATTER, id, MatterView.class);
    }
    return reads.one(
        request,
        MatterView::version,
        consistency -> matters.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {
        "status",
        "archived",
        "matterType",
        "q",
        "openedOn[]",
        "bar",
        "firm",
        "urgent",
        "deadline[]",
        "estimate[]",
        Reads.TOTAL
      },
      sorts = {
        "createdAt",
        "openedOn",
        "reference",
        "title",
        "updatedAt",
        "deadline",
        "estimate",
        "wip"
      })
  ResponseEntity<Listing<MatterView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    Bar bar = given.oneOf("bar", Bar.class);
    MatterFilter filter =
        new MatterFilter(
            Parameters.names(given.anyOf("status", Status.class)),
            given.flag("archived"),
            given.text("matterType"),
            given.text("q"),
            given.dates("openedOn"),
            bar == null ? null : bar.name(),
            given.text("firm"),
            given.flag("urgent"),
            given.dates("deadline"),
            given.cents("estimate"));
    var sort = given.sort(MatterSort.values(), MatterSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            matters.list(caller.tenant().value(), filter, sort, limit, after, consistency),
        () -> matters.total(caller.tenant().value(), filter));
  }
}
