package za.lexohub.api.proforma;

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
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.query.proforma.ProFormaQueries;
import za.lexohub.readmodels.proforma.ProFormaFilter;
import za.lexohub.readmodels.proforma.ProFormaSort;
import za.lexohub.readmodels.proforma.ProFormaStatus;
import za.lexohub.readmodels.proforma.ProFormaSummary;
import za.lexohub.readmodels.proforma.ProFormaView;
import za.lexohub.role.QueryRole;

/** Shows pro formas. */
@RestController
@QueryRole
@RequestMapping("/api/v1/pro-formas")
public final class ProFormaReads {
  private final ProFormaQueries proFormas;
  private final Reads reads;
  private final AsOfReads asOf;

  ProFormaReads(ProFormaQueries proFormas, Reads reads, AsOfReads asOf) {
    this.proFormas = proFormas;
    this.reads = reads;
    this.asOf = asOf;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  @Takes({AsOfReads.AS_OF, AsOfReads.AS_OF_POSITION})
  ResponseEntity<ProFormaView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    if (asOf.isAsked(request)) {
      return asOf.one(request, caller, Kind.PRO_FORMA, id, ProFormaView.class);
    }
    return reads.one(
        request,
        ProFormaView::version,
        consistency -> proFormas.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {
        "status",
        "matterId",
        "urgency",
        "q",
        "createdAt[]",
        "sentAt[]",
        "quoteDate[]",
        "validUntil[]",
        Reads.TOTAL
      },
      sorts = {"createdAt", "updatedAt", "validUntil", "number", "total"})
  ResponseEntity<Listing<ProFormaSummary>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    Urgency urgency = given.oneOf("urgency", Urgency.class);
    ProFormaFilter filter =
        new ProFormaFilter(
            given.anyOf("status", ProFormaStatus.class),
            given.uuid("matterId"),
            urgency == null ? null : urgency.name(),
            given.text("q"),
            given.instants("createdAt"),
            given.instants("sentAt"),
            given.dates("quoteDate"),
            given.dates("validUntil"));
    var sort = given.sort(ProFormaSort.values(), ProFormaSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            proFormas.list(caller.tenant().value(), filter, sort, limit, after, consistency),
        () -> proFormas.total(caller.tenant().value(), filter));
  }
}
