package za.lexohub.api.invoice;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.role.QueryRole;

/** The paper itself: the original once there is one, before that the newest draft. */
@RestController
@QueryRole
public final class InvoicePdf {
  private final InvoiceQueries invoices;
  private final Documents documents;

  InvoicePdf(InvoiceQueries invoices, Documents documents) {
    this.invoices = invoices;
    this.documents = documents;
  }

  @GetMapping(path = "/api/v1/invoices/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Needs(Permission.READ_BOOKS)
  @Takes("kind")
  ResponseEntity<byte[]> get(HttpServletRequest request, Caller caller, @PathVariable UUID id)
      throws IOException {
    PdfKind kind = new Parameters(request).oneOf("kind", PdfKind.class);
    InvoiceView invoice =
        Reads.asked(() -> invoices.get(caller.tenant().value(), id, Freshness.of(request)))
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."))
            .value();
    InvoiceView.Document paper = stored(invoice, kind).orElseThrow(InvoicePdf::notReady);
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

  /** Only the newest of a kind: an older draft may show amounts that no longer hold. */
  private static Optional<InvoiceView.Document> stored(
      InvoiceView invoice, @Nullable PdfKind kind) {
    return invoice.documents().stream()
        .filter(
            document -> invoice.documents().stream().noneMatch(other -> replaces(other, document)))
        .filter(document -> document.key() != null && document.state().equals("STORED"))
        .filter(document -> kind == null || document.kind().equals(kind.name()))
        .max(
            Comparator.comparing((InvoiceView.Document d) -> PdfKind.valueOf(d.kind()))
                .thenComparing(InvoiceView.Document::version));
  }

  private static boolean replaces(InvoiceView.Document other, InvoiceView.Document document) {
    return other.kind().equals(document.kind()) && other.version() > document.version();
  }

  private static Refusal notReady() {
    return Refusal.of(
        ProblemCode.DOCUMENT_NOT_READY, "No such paper of this invoice is stored yet.");
  }
}
