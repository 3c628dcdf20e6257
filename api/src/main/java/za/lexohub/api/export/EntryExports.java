package za.lexohub.api.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.FileAnswers;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Representation;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.AuditTrail;
import za.lexohub.messages.work.WorkKind;
import za.lexohub.query.export.Asked;
import za.lexohub.query.export.Exports;
import za.lexohub.query.export.Format;
import za.lexohub.readmodels.claims.CreditNoteFilter;
import za.lexohub.readmodels.claims.ReceiptFilter;
import za.lexohub.readmodels.export.EntryFilter;
import za.lexohub.readmodels.ledger.LedgerKind;
import za.lexohub.readmodels.work.WorkItemFilter;
import za.lexohub.role.QueryRole;

/** Exports money and work, entry by entry. Of the ledger the past is known, too. */
@RestController
@QueryRole
@RequestMapping("/api/v1/exports")
public final class EntryExports {
  private enum WorkState {
    UNBILLED,
    BILLED,
    WRITTEN_OFF,
    REMOVED
  }

  private enum NoteStatus {
    DRAFT,
    ISSUED,
    CANCELLED
  }

  private enum NoteKind {
    CREDIT,
    DEBIT
  }

  private final Exports exports;
  private final FileAnswers answers;
  private final AuditTrail trail;
  private final Clock clock;

  EntryExports(Exports exports, FileAnswers answers, AuditTrail trail, Clock clock) {
    this.exports = exports;
    this.answers = answers;
    this.trail = trail;
    this.clock = clock;
  }

  @GetMapping("/payments")
  @Needs(Permission.EXPORT)
  @Takes({
    "date[]",
    "invoiceId",
    "matterId",
    ExportRequest.AS_OF,
    ExportRequest.AS_OF_POSITION,
    Representation.FORMAT
  })
  void payments(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    Format format = Representation.of(request);
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    EntryFilter filter =
        new EntryFilter(
            given.dates("date"), Set.of(), given.uuid("invoiceId"), given.uuid("matterId"));
    answers.send(request, response, exports.payments(moment(asked), filter), format);
  }

  @GetMapping("/ledger")
  @Needs(Permission.EXPORT)
  @Takes({
    "date[]",
    "kind",
    "invoiceId",
    "matterId",
    ExportRequest.AS_OF,
    ExportRequest.AS_OF_POSITION,
    Representation.FORMAT
  })
  void ledger(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    Format format = Representation.of(request);
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    EntryFilter filter =
        new EntryFilter(
            given.dates("date"),
            Parameters.names(given.anyOf("kind", LedgerKind.class)),
            given.uuid("invoiceId"),
            given.uuid("matterId"));
    answers.send(request, response, exports.ledger(moment(asked), filter), format);
  }

  @GetMapping("/work-items")
  @Needs(Permission.EXPORT)
  @Takes({"matterId", "state", "kind", "date[]", Representation.FORMAT})
  void workItems(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    Format format = Representation.of(request);
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    WorkItemFilter filter =
        new WorkItemFilter(
            given.uuid("matterId"),
            Parameters.names(given.anyOf("state", WorkState.class)),
            Parameters.names(given.anyOf("kind", WorkKind.class)),
            given.dates("date"));
    answers.send(request, response, exports.workItems(asked.now(clock), filter), format);
  }

  @GetMapping("/credit-notes")
  @Needs(Permission.EXPORT)
  @Takes({"status", "kind", "invoiceId", "issuedOn[]", Representation.FORMAT})
  void creditNotes(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    Format format = Representation.of(request);
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    CreditNoteFilter filter =
        new CreditNoteFilter(
            Parameters.names(given.anyOf("status", NoteStatus.class)),
            Parameters.names(given.anyOf("kind", NoteKind.class)),
            given.uuid("invoiceId"),
            given.dates("issuedOn"));
    answers.send(request, response, exports.creditNotes(asked.now(clock), filter), format);
  }

  @GetMapping("/receipts")
  @Needs(Permission.EXPORT)
  @Takes({"open", "matterId", "receivedOn[]", Representation.FORMAT})
  void receipts(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    Format format = Representation.of(request);
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    ReceiptFilter filter =
        new ReceiptFilter(given.flag("open"), given.uuid("matterId"), given.dates("receivedOn"));
    answers.send(request, response, exports.receipts(asked.now(clock), filter), format);
  }

  private Asked moment(ExportRequest asked) {
    return asked.isOfThePast() ? asked.then(trail) : asked.now(clock);
  }
}
