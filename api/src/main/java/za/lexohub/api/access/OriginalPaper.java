package za.lexohub.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.readmodels.invoice.InvoiceView;

/** The one paper of an invoice that whoever owes it is shown: the original, as it was sent. */
public final class OriginalPaper {

  /**
   * @throws Refusal while the original is not stored
   * @throws Documents.DocumentErased when somebody whom it names was erased
   * @throws Documents.DocumentsUnavailable when it cannot be read now; that may pass
   */
  public static ResponseEntity<byte[]> of(
      InvoiceView invoice, TenantId tenant, Documents documents, HttpServletRequest request) {
    InvoiceView.Document paper =
        invoice.documents().stream()
            .filter(document -> document.kind().equals(PdfKind.ORIGINAL.name()))
            .filter(document -> document.key() != null && document.state().equals("STORED"))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of(ProblemCode.DOCUMENT_NOT_READY, "The original is not stored yet."));
    String tag = "\"" + paper.sha256() + "\"";
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
    }
    try (StoredDocument document = documents.read(tenant, Objects.requireNonNull(paper.key()))) {
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
    } catch (IOException broken) {
      throw new Documents.DocumentsUnavailable("the original broke off", broken);
    }
  }

  private OriginalPaper() {}
}
