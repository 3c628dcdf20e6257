package za.lexohub.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.papers.StoredPaper;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.query.claims.ClaimQueries;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.readmodels.claims.CreditNoteView;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.role.QueryRole;

/**
 * The paper of a credit or debit note. It is made once the note is issued, and kept with its
 * invoice.
 */
@RestController
@QueryRole
public final class CreditNotePdf {
  private final ClaimQueries claims;
  private final InvoiceQueries invoices;
  private final Documents documents;

  CreditNotePdf(ClaimQueries claims, InvoiceQueries invoices, Documents documents) {
    this.claims = claims;
    this.invoices = invoices;
    this.documents = documents;
  }

  @GetMapping(path = "/api/v1/credit-notes/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<byte[]> get(HttpServletRequest request, Caller caller, @PathVariable UUID id)
      throws IOException {
    String tenant = caller.tenant().value();
    Consistency consistency = Freshness.of(request);
    CreditNoteView note =
        claims
            .creditNote(tenant, id, consistency)
            .map(Answer::value)
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
    StoredPaper paper =
        invoices
            .get(tenant, note.invoiceId(), consistency)
            .flatMap(invoice -> paper(invoice.value(), note))
            .orElseThrow(
                () ->
                    Refusal.of(
                        ProblemCode.DOCUMENT_NOT_READY,
                        "The paper of this note is not stored yet."));
    return paper.handOut(request, documents, caller.tenant());
  }

  private static Optional<StoredPaper> paper(InvoiceView invoice, CreditNoteView note) {
    PdfKind kind =
        switch (NoteKind.valueOf(note.kind())) {
          case CREDIT -> PdfKind.CREDIT_NOTE;
          case DEBIT -> PdfKind.DEBIT_NOTE;
        };
    Integer ordinal = note.ordinal();
    return ordinal == null
        ? Optional.empty()
        : invoice.documents().stream()
            .filter(it -> it.kind().equals(kind.name()) && it.version() == ordinal)
            .filter(it -> it.key() != null && it.state().equals("STORED"))
            .map(
                it ->
                    new StoredPaper(
                        String.valueOf(it.key()), it.sha256(), note.noteNumber() + ".pdf"))
            .findFirst();
  }
}
