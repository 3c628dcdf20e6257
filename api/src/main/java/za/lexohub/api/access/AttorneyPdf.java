package za.lexohub.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.document.Documents;
import za.lexohub.query.Consistency;
import za.lexohub.query.access.GrantedQueries;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.role.QueryRole;

/** The paper of an invoice for the attorney who was let in. */
@RestController
@QueryRole
public final class AttorneyPdf {
  private final GrantedQueries granted;
  private final InvoiceQueries invoices;
  private final Documents documents;

  AttorneyPdf(GrantedQueries granted, InvoiceQueries invoices, Documents documents) {
    this.granted = granted;
    this.invoices = invoices;
    this.documents = documents;
  }

  @GetMapping(
      path = "/api/v1/attorney/invoices/{id}/pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  @Needs(Permission.ATTORNEY_READ)
  ResponseEntity<byte[]> get(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    String tenant = caller.tenant().value();
    Consistency freshness = Freshness.of(request);
    InvoiceView invoice =
        granted
            .invoice(tenant, caller.subject(), id, freshness)
            .flatMap(it -> invoices.get(tenant, id, freshness))
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."))
            .value();
    return OriginalPaper.of(invoice, caller.tenant(), documents, request);
  }
}
