package za.lexohub.api.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.query.export.Asked;
import za.lexohub.query.export.Export;
import za.lexohub.query.export.Exports;
import za.lexohub.query.export.Format;
import za.lexohub.readmodels.export.Dataset;
import za.lexohub.readmodels.invoice.InvoiceFilter;
import za.lexohub.readmodels.invoice.InvoiceStatus;
import za.lexohub.readmodels.matter.MatterFilter;
import za.lexohub.readmodels.proforma.ProFormaFilter;
import za.lexohub.readmodels.proforma.ProFormaStatus;
import za.lexohub.role.QueryRole;

/** Exports what can be read as it was at any position of the log, with the filters of its list. */
@RestController
@QueryRole
@RequestMapping("/api/v1/exports")
public final class ExportReads {
  private enum MatterStatus {
    PENDING,
    REQUESTED,
    AWAITING_APPROVAL,
    ACTIVE,
    ON_HOLD,
    SETTLED,
    CLOSED,
    DECLINED
  }

  private enum PaymentStatus {
    UNPAID,
    PARTIALLY_PAID,
    PAID
  }

  private final Exports exports;
  private final FileAnswers answers;
  private final AuditTrail trail;
  private final Clock clock;

  ExportReads(Exports exports, FileAnswers answers, AuditTrail trail, Clock clock) {
    this.exports = exports;
    this.answers = answers;
    this.trail = trail;
    this.clock = clock;
  }

  @GetMapping("/matters")
  @Needs(Permission.EXPORT)
  @Takes({
    "status",
    "archived",
    "matterType",
    "q",
    "openedOn[]",
    "bar",
    "firm",
    "urgent",
    "deadline[]",
    "estimate[]",
    ExportRequest.AS_OF,
    ExportRequest.AS_OF_POSITION,
    Representation.FORMAT
  })
  void matters(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    MatterFilter filter =
        new MatterFilter(
            Parameters.names(given.anyOf("status", MatterStatus.class)),
            given.flag("archived"),
            asked.named("matterType"),
            asked.named("q"),
            given.dates("openedOn"),
            name(given.oneOf("bar", Bar.class)),
            asked.named("firm"),
            given.flag("urgent"),
            given.dates("deadline"),
            given.cents("estimate"));
    send(
        request,
        response,
        caller,
        Dataset.MATTERS,
        AuditTrail.Kind.MATTER,
        now -> exports.matters(now, filter));
  }

  @GetMapping("/invoices")
  @Needs(Permission.EXPORT)
  @Takes({
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
    ExportRequest.AS_OF,
    ExportRequest.AS_OF_POSITION,
    Representation.FORMAT
  })
  void invoices(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    InvoiceFilter filter =
        new InvoiceFilter(
            given.anyOf("status", InvoiceStatus.class),
            Parameters.names(given.anyOf("paymentStatus", PaymentStatus.class)),
            given.uuid("matterId"),
            given.uuid("proFormaId"),
            name(given.oneOf("bar", Bar.class)),
            asked.named("q"),
            given.instants("issuedAt"),
            given.dates("invoiceDate"),
            given.dates("dueDate"),
            given.cents("total"));
    send(
        request,
        response,
        caller,
        Dataset.INVOICES,
        AuditTrail.Kind.INVOICE,
        now -> exports.invoices(now, filter));
  }

  @GetMapping("/pro-formas")
  @Needs(Permission.EXPORT)
  @Takes({
    "status",
    "matterId",
    "urgency",
    "q",
    "createdAt[]",
    "sentAt[]",
    "quoteDate[]",
    "validUntil[]",
    ExportRequest.AS_OF,
    ExportRequest.AS_OF_POSITION,
    Representation.FORMAT
  })
  void proFormas(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    ExportRequest asked = new ExportRequest(request, caller);
    Parameters given = asked.given();
    ProFormaFilter filter =
        new ProFormaFilter(
            given.anyOf("status", ProFormaStatus.class),
            given.uuid("matterId"),
            name(given.oneOf("urgency", Urgency.class)),
            asked.named("q"),
            given.instants("createdAt"),
            given.instants("sentAt"),
            given.dates("quoteDate"),
            given.dates("validUntil"));
    send(
        request,
        response,
        caller,
        Dataset.PRO_FORMAS,
        AuditTrail.Kind.PRO_FORMA,
        now -> exports.proFormas(now, filter));
  }

  private void send(
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller,
      Dataset dataset,
      AuditTrail.Kind kind,
      Function<Asked, Export> live)
      throws IOException {
    Format format = Representation.of(request);
    ExportRequest asked = new ExportRequest(request, caller);
    Export export;
    if (asked.isOfThePast()) {
      asked.requireNoFilter();
      Asked then = asked.then(trail);
      export = exports.past(dataset, then, sink -> everything(caller, kind, then.position(), sink));
    } else {
      export = live.apply(asked.now(clock));
    }
    answers.send(request, response, export, format);
  }

  /** As in the list, drafts that were discarded are left out. */
  private void everything(
      Caller caller, AuditTrail.Kind kind, long position, Exports.DocumentSink sink)
      throws IOException {
    trail.everyAsOf(
        caller.tenant(),
        kind,
        position,
        state -> {
          if (!isDiscarded(kind, state)) {
            sink.accept(state);
          }
        });
  }

  private static boolean isDiscarded(AuditTrail.Kind kind, Map<String, @Nullable Object> state) {
    return kind == AuditTrail.Kind.INVOICE
        && InvoiceStatus.DISCARDED.name().equals(state.get("status"));
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
