package za.lexohub.api.batch;

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
import za.lexohub.query.batch.InvoiceBatchQueries;
import za.lexohub.readmodels.batch.InvoiceBatchSort;
import za.lexohub.readmodels.batch.InvoiceBatchStatus;
import za.lexohub.readmodels.batch.InvoiceBatchSummary;
import za.lexohub.readmodels.batch.InvoiceBatchView;
import za.lexohub.role.QueryRole;

/** Shows batches of invoices and what became of each entry. */
@RestController
@QueryRole
@RequestMapping("/api/v1/invoice-batches")
public final class InvoiceBatchReads {
  private final InvoiceBatchQueries batches;
  private final Reads reads;

  InvoiceBatchReads(InvoiceBatchQueries batches, Reads reads) {
    this.batches = batches;
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<InvoiceBatchView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        InvoiceBatchView::version,
        consistency -> batches.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"status"},
      sorts = {"createdAt"})
  ResponseEntity<Listing<InvoiceBatchSummary>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    var status = given.anyOf("status", InvoiceBatchStatus.class);
    var sort = given.sort(InvoiceBatchSort.values(), InvoiceBatchSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            batches.list(caller.tenant().value(), status, sort, limit, after, consistency));
  }
}
