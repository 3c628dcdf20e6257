package za.lexohub.api.invoice;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.papers.StoredPaper;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.role.QueryRole;

/**
 * The paper itself: the original once there is one, before that the newest draft; or, asked for by
 * kind, a copy, a receipt or a note. A receipt's version counts the payments, a note's the notes of
 * its kind; without a version the last one is meant.
 */
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
  @Takes({"kind", "version"})
  ResponseEntity<byte[]> get(HttpServletRequest request, Caller caller, @PathVariable UUID id)
      throws IOException {
    Parameters given = new Parameters(request);
    PdfKind kind = given.oneOf("kind", PdfKind.class);
    Long version = given.position("version");
    InvoiceView invoice =
        invoices
            .get(caller.tenant().value(), id, Freshness.of(request))
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."))
            .value();
    InvoiceView.Document paper = stored(invoice, kind, version).orElseThrow(InvoicePdf::notReady);
    return new StoredPaper(
            Objects.requireNonNull(paper.key()), paper.sha256(), name(invoice, paper))
        .handOut(request, documents, caller.tenant());
  }

  private static String name(InvoiceView invoice, InvoiceView.Document paper) {
    String suffix =
        switch (PdfKind.valueOf(paper.kind())) {
          case DRAFT, ORIGINAL -> "";
          case COPY -> "-copy";
          case RECEIPT -> "-R" + paper.version();
          case CREDIT_NOTE -> "-credit-note-" + paper.version();
          case DEBIT_NOTE -> "-debit-note-" + paper.version();
        };
    return invoice.invoiceNumber() + suffix + ".pdf";
  }

  /**
   * Unless a version is asked for, only the newest of a kind: an older draft may show amounts that
   * no longer hold.
   */
  private static Optional<InvoiceView.Document> stored(
      InvoiceView invoice, @Nullable PdfKind kind, @Nullable Long version) {
    return invoice.documents().stream()
        .filter(
            document ->
                version == null
                    ? invoice.documents().stream().noneMatch(other -> replaces(other, document))
                    : document.version() == version)
        .filter(document -> document.key() != null && document.state().equals("STORED"))
        .filter(
            document -> kind == null ? isInvoice(document) : document.kind().equals(kind.name()))
        .max(
            Comparator.comparing((InvoiceView.Document d) -> PdfKind.valueOf(d.kind()))
                .thenComparing(InvoiceView.Document::version));
  }

  /** Receipts and notes are papers beside the invoice. */
  private static boolean isInvoice(InvoiceView.Document document) {
    return document.kind().equals(PdfKind.DRAFT.name())
        || document.kind().equals(PdfKind.ORIGINAL.name());
  }

  private static boolean replaces(InvoiceView.Document other, InvoiceView.Document document) {
    return other.kind().equals(document.kind()) && other.version() > document.version();
  }

  private static Refusal notReady() {
    return Refusal.of(
        ProblemCode.DOCUMENT_NOT_READY, "No such paper of this invoice is stored yet.");
  }
}
