package za.lexohub.api.agreement;

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
import za.lexohub.query.agreement.AgreementQueries;
import za.lexohub.readmodels.agreement.AgreementFilter;
import za.lexohub.readmodels.agreement.AgreementSort;
import za.lexohub.readmodels.agreement.AgreementView;
import za.lexohub.role.QueryRole;

/** Shows engagement agreements. */
@RestController
@QueryRole
@RequestMapping("/api/v1/agreements")
public final class AgreementReads {
  private enum Status {
    DRAFT,
    SENT,
    SIGNED_BY_CLIENT,
    SIGNED,
    CANCELLED
  }

  private final AgreementQueries agreements;
  private final Reads reads;

  AgreementReads(AgreementQueries agreements, Reads reads) {
    this.agreements = agreements;
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<AgreementView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        AgreementView::version,
        consistency -> agreements.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"status", "matterId", "proFormaId"},
      sorts = {"createdAt"})
  ResponseEntity<Listing<AgreementView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    AgreementFilter filter =
        new AgreementFilter(
            Parameters.names(given.anyOf("status", Status.class)),
            given.uuid("matterId"),
            given.uuid("proFormaId"));
    var sort = given.sort(AgreementSort.values(), AgreementSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            agreements.list(caller.tenant().value(), filter, sort, limit, after, consistency));
  }
}
