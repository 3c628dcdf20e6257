package za.lexohub.api.invoice;

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
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.readmodels.invoice.InvoiceFilter;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.invoice.InvoiceStatus;
import za.lexohub.readmodels.invoice.InvoiceSummary;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.role.QueryRole;

/** Shows invoices. */
@RestController
@QueryRole
@RequestMapping("/api/v1/invoices")
public final class InvoiceReads {
  private enum PaymentStatus {
    UNPAID,
    PARTIALLY_PAID,
    PAID
  }

  private final InvoiceQueries invoices;
  private final Reads reads;
  private final AsOfReads asOf;

  InvoiceReads(InvoiceQueries invoices, Reads reads, AsOfReads asOf) {
    this.invoices = invoices;
    this.reads = reads;
    this.asOf = asOf;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  @Takes({AsOfReads.AS_OF, AsOfReads.AS_OF_POSITION})
  ResponseEntity<InvoiceView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    if (asOf.isAsked(request)) {
      return asOf.one(request, caller, Kind.INVOICE, id, InvoiceView.class);
    }
    return reads.one(
        request,
        InvoiceView::version,
        consistency -> invoices.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {
        "status",
        "paymentStatus",
        "matterId",
        "proFormaId",
        "bar",
        "q",
        "issuedAt[]",
        "invoiceDate[]",
        "dueDate[]",
        "total[]",
        Reads.TOTAL
      },
      sorts = {"createdAt", "updatedAt", "issuedAt", "dueDate", "number", "total", "balance"})
  ResponseEntity<Listing<InvoiceSummary>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    Bar bar = given.oneOf("bar", Bar.class);
    InvoiceFilter filter =
        new InvoiceFilter(
            given.anyOf("status", InvoiceStatus.class),
            Parameters.names(given.anyOf("paymentStatus", PaymentStatus.class)),
            given.uuid("matterId"),
            given.uuid("proFormaId"),
            bar == null ? null : bar.name(),
            given.text("q"),
            given.instants("issuedAt"),
            given.dates("invoiceDate"),
            given.dates("dueDate"),
            given.cents("total"));
    var sort = given.sort(InvoiceSort.values(), InvoiceSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            invoices.list(caller.tenant().value(), filter, sort, limit, after, consistency),
        () -> invoices.total(caller.tenant().value(), filter));
  }
}
