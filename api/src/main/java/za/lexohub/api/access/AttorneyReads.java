package za.lexohub.api.access;

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
import za.lexohub.query.access.GrantedQueries;
import za.lexohub.readmodels.access.GrantedInvoice;
import za.lexohub.readmodels.access.GrantedMatter;
import za.lexohub.readmodels.access.GrantedProForma;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.matter.MatterSort;
import za.lexohub.readmodels.proforma.ProFormaSort;
import za.lexohub.role.QueryRole;

/** Shows an attorney what was granted: matters, and the quotes and invoices on them. */
@RestController
@QueryRole
@RequestMapping("/api/v1/attorney")
public final class AttorneyReads {
  private final GrantedQueries granted;
  private final Reads reads;
  private final FirstView firstView;

  AttorneyReads(GrantedQueries granted, Reads reads, FirstView firstView) {
    this.granted = granted;
    this.reads = reads;
    this.firstView = firstView;
  }

  @GetMapping("/matters/{id}")
  @Needs(Permission.ATTORNEY_READ)
  ResponseEntity<GrantedMatter> matter(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        GrantedMatter::version,
        freshness -> granted.matter(caller.tenant().value(), caller.subject(), id, freshness));
  }

  @GetMapping("/matters")
  @Needs(Permission.ATTORNEY_READ)
  @Takes(
      list = true,
      sorts = {"createdAt"})
  ResponseEntity<Listing<GrantedMatter>> matters(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    var sort = given.sort(new MatterSort[] {MatterSort.CREATED_AT}, MatterSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, freshness) ->
            granted.matters(
                caller.tenant().value(), caller.subject(), sort, limit, after, freshness));
  }

  @GetMapping("/pro-formas/{id}")
  @Needs(Permission.ATTORNEY_READ)
  ResponseEntity<GrantedProForma> proForma(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        GrantedProForma::version,
        freshness -> granted.proForma(caller.tenant().value(), caller.subject(), id, freshness));
  }

  @GetMapping("/pro-formas")
  @Needs(Permission.ATTORNEY_READ)
  @Takes(
      list = true,
      value = {"matterId"},
      sorts = {"createdAt"})
  ResponseEntity<Listing<GrantedProForma>> proFormas(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    UUID matter = given.uuid("matterId");
    var sort = given.sort(new ProFormaSort[] {ProFormaSort.CREATED_AT}, ProFormaSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, freshness) ->
            granted.proFormas(
                caller.tenant().value(), caller.subject(), matter, sort, limit, after, freshness));
  }

  /** The first time it is recorded that it was seen. */
  @GetMapping("/invoices/{id}")
  @Needs(Permission.ATTORNEY_READ)
  ResponseEntity<GrantedInvoice> invoice(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    ResponseEntity<GrantedInvoice> seen =
        reads.one(
            request,
            GrantedInvoice::version,
            freshness -> granted.invoice(caller.tenant().value(), caller.subject(), id, freshness));
    GrantedInvoice invoice = seen.getBody();
    if (invoice != null && invoice.viewedAt() == null) {
      firstView.of(id, caller.attorney(), request);
    }
    return seen;
  }

  @GetMapping("/invoices")
  @Needs(Permission.ATTORNEY_READ)
  @Takes(
      list = true,
      value = {"matterId"},
      sorts = {"createdAt"})
  ResponseEntity<Listing<GrantedInvoice>> invoices(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    UUID matter = given.uuid("matterId");
    var sort = given.sort(new InvoiceSort[] {InvoiceSort.CREATED_AT}, InvoiceSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, freshness) ->
            granted.invoices(
                caller.tenant().value(), caller.subject(), matter, sort, limit, after, freshness));
  }
}
