package za.lexohub.api.statement;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.document.Documents;
import za.lexohub.query.Answer;
import za.lexohub.query.statement.StatementQueries;
import za.lexohub.readmodels.statement.StatementView;
import za.lexohub.role.QueryRole;

/** Shows the statements of a matter, and hands their papers out. */
@RestController
@QueryRole
public final class StatementReads {
  private final StatementQueries statements;
  private final Documents documents;
  private final Reads reads;

  StatementReads(StatementQueries statements, Documents documents, Reads reads) {
    this.statements = statements;
    this.documents = documents;
    this.reads = reads;
  }

  @GetMapping("/api/v1/matters/{id}/statements")
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<Listing<StatementView>> list(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.plain(
        request,
        consistency -> {
          var answer = statements.of(caller.tenant().value(), id, consistency);
          return new Answer<>(new Listing<>(answer.value(), null), answer.position());
        });
  }

  @GetMapping(
      path = "/api/v1/matters/{id}/statements/{number}/pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<byte[]> pdf(
      HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable int number)
      throws IOException {
    StatementView statement =
        statements
            .get(caller.tenant().value(), id, number, Freshness.of(request))
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."))
            .value();
    String key = statement.key();
    if (key == null) {
      throw Refusal.of(
          ProblemCode.DOCUMENT_NOT_READY,
          statement.reason() == null
              ? "This statement is not stored yet."
              : "This statement could not be made: " + statement.reason() + ".");
    }
    return new StoredPaper(key, statement.sha256(), "statement-" + number + ".pdf")
        .handOut(request, documents, caller.tenant());
  }
}
