package za.lexohub.api.claims;

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
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.query.claims.ClaimQueries;
import za.lexohub.readmodels.claims.ClaimSort;
import za.lexohub.readmodels.claims.CreditNoteFilter;
import za.lexohub.readmodels.claims.CreditNoteView;
import za.lexohub.readmodels.claims.DisputeFilter;
import za.lexohub.readmodels.claims.DisputeView;
import za.lexohub.readmodels.claims.ReceiptFilter;
import za.lexohub.readmodels.claims.ReceiptView;
import za.lexohub.role.QueryRole;

/** Shows credit notes, disputes and receipts. */
@RestController
@QueryRole
@RequestMapping("/api/v1")
public final class ClaimReads {
  private enum NoteStatus {
    DRAFT,
    ISSUED,
    CANCELLED
  }

  private enum DisputeStatus {
    OPEN,
    UNDER_REVIEW,
    ESCALATED,
    RESOLVED
  }

  private final ClaimQueries claims;
  private final Reads reads;

  ClaimReads(ClaimQueries claims, Reads reads) {
    this.claims = claims;
    this.reads = reads;
  }

  @GetMapping("/credit-notes/{id}")
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<CreditNoteView> creditNote(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        CreditNoteView::version,
        consistency -> claims.creditNote(caller.tenant().value(), id, consistency));
  }

  @GetMapping("/credit-notes")
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"status", "kind", "invoiceId", "issuedOn[]"},
      sorts = {"createdAt", "updatedAt", "amount"})
  ResponseEntity<Listing<CreditNoteView>> creditNotes(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    CreditNoteFilter filter =
        new CreditNoteFilter(
            Parameters.names(given.anyOf("status", NoteStatus.class)),
            Parameters.names(given.anyOf("kind", NoteKind.class)),
            given.uuid("invoiceId"),
            given.dates("issuedOn"));
    var sort = given.sort(ClaimSort.values(), ClaimSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            claims.creditNotes(caller.tenant().value(), filter, sort, limit, after, consistency));
  }

  @GetMapping("/disputes/{id}")
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<DisputeView> dispute(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        DisputeView::version,
        consistency -> claims.dispute(caller.tenant().value(), id, consistency));
  }

  @GetMapping("/disputes")
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"status", "invoiceId"},
      sorts = {"createdAt", "updatedAt", "amount"})
  ResponseEntity<Listing<DisputeView>> disputes(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    DisputeFilter filter =
        new DisputeFilter(
            Parameters.names(given.anyOf("status", DisputeStatus.class)), given.uuid("invoiceId"));
    var sort = given.sort(ClaimSort.values(), ClaimSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            claims.disputes(caller.tenant().value(), filter, sort, limit, after, consistency));
  }

  @GetMapping("/receipts/{id}")
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<ReceiptView> receipt(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        ReceiptView::version,
        consistency -> claims.receipt(caller.tenant().value(), id, consistency));
  }

  @GetMapping("/receipts")
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"open", "matterId", "receivedOn[]"},
      sorts = {"createdAt", "updatedAt", "amount"})
  ResponseEntity<Listing<ReceiptView>> receipts(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    ReceiptFilter filter =
        new ReceiptFilter(given.flag("open"), given.uuid("matterId"), given.dates("receivedOn"));
    var sort = given.sort(ClaimSort.values(), ClaimSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            claims.receipts(caller.tenant().value(), filter, sort, limit, after, consistency));
  }
}
