package za.lexohub.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.query.Consistency;
import za.lexohub.query.access.GrantedQueries;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.role.QueryRole;

/** The paper of an invoice for the attorney who owes it: the original, as it was sent. */
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
  ResponseEntity<byte[]> get(HttpServletRequest request, Caller caller, @PathVariable UUID id)
      throws IOException {
    String tenant = caller.tenant().value();
    Consistency freshness = Freshness.of(request);
    Reads.asked(() -> granted.invoice(tenant, caller.subject(), id, freshness))
        .orElseThrow(AttorneyPdf::nothing);
    InvoiceView invoice =
        Reads.asked(() -> invoices.get(tenant, id, freshness))
            .orElseThrow(AttorneyPdf::nothing)
            .value();
    InvoiceView.Document paper =
        invoice.documents().stream()
            .filter(document -> document.kind().equals(PdfKind.ORIGINAL.name()))
            .filter(document -> document.key() != null && document.state().equals("STORED"))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of(
                        ProblemCode.DOCUMENT_NOT_READY, "The original is not stored yet."));
    String tag = "\"" + paper.sha256() + "\"";
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
    }
    try (StoredDocument document =
        documents.read(caller.tenant(), Objects.requireNonNull(paper.key()))) {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_PDF)
          .cacheControl(CacheControl.noCache().cachePrivate())
          .eTag(tag)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.inline()
                  .filename(invoice.invoiceNumber() + ".pdf")
                  .build()
                  .toString())
          .body(document.content().readAllBytes());
    }
  }

  private static Refusal nothing() {
    return Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
  }
}
