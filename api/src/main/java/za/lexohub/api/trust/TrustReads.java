package za.lexohub.api.trust;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.trust.TrustQueries;
import za.lexohub.readmodels.trust.TrustAccountView;
import za.lexohub.readmodels.trust.TrustEntryFilter;
import za.lexohub.readmodels.trust.TrustEntrySort;
import za.lexohub.readmodels.trust.TrustEntryView;
import za.lexohub.role.QueryRole;

/** Shows the trust account and what was moved on it. */
@RestController
@QueryRole
@RequestMapping("/api/v1/trust-account")
public final class TrustReads {
  private enum Kind {
    RECEIPT,
    TRANSFER,
    REFUND
  }

  private final TrustQueries trust;
  private final Reads reads;

  TrustReads(TrustQueries trust, Reads reads) {
    this.trust = trust;
    this.reads = reads;
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<TrustAccountView> get(HttpServletRequest request, Caller caller) {
    return reads.one(
        request,
        TrustAccountView::version,
        consistency -> trust.get(caller.tenant().value(), consistency));
  }

  @GetMapping("/entries")
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"kind", "matterId", "invoiceId", "date[]"},
      sorts = {"createdAt", "date"})
  ResponseEntity<Listing<TrustEntryView>> entries(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    TrustEntryFilter filter =
        new TrustEntryFilter(
            Parameters.names(given.anyOf("kind", Kind.class)),
            given.uuid("matterId"),
            given.uuid("invoiceId"),
            given.dates("date"));
    var sort = given.sort(TrustEntrySort.values(), TrustEntrySort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            trust.entries(caller.tenant().value(), filter, sort, limit, after, consistency));
  }
}
