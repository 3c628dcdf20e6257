package za.lexohub.api.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.FileAnswers;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Representation;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.AuditTrail.Moment;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.query.export.Asked;
import za.lexohub.query.export.Format;
import za.lexohub.query.export.ReportFiles;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.role.QueryRole;

/**
 * Answers with reports: as JSON or as a file of rows, and masked for who may not read the books.
 */
@Component
@QueryRole
final class ReportAnswers {
  private final Reads reads;
  private final ReportFiles reports;
  private final FileAnswers files;
  private final AuditTrail trail;
  private final Clock clock;

  ReportAnswers(
      Reads reads, ReportFiles reports, FileAnswers files, AuditTrail trail, Clock clock) {
    this.reads = reads;
    this.reports = reports;
    this.files = files;
    this.trail = trail;
    this.clock = clock;
  }

  /** A report that knows only what is so now. */
  <T extends Record> @Nullable ResponseEntity<T> show(
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller,
      String name,
      Function<Consistency, Answer<T>> query)
      throws IOException {
    return show(request, response, caller, name, AsOf.NOW, query);
  }

  /** The whole answer, or null when it is written already. */
  <T extends Record> @Nullable ResponseEntity<T> show(
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller,
      String name,
      AsOf asOf,
      Function<Consistency, Answer<T>> query)
      throws IOException {
    Format format = Representation.of(request);
    if (format == Format.JSON) {
      return json(response, caller, reads.plain(request, query));
    }
    Answer<T> answer = query.apply(Freshness.of(request));
    Asked asked = asked(request, caller, asOf, answer.position());
    files.send(request, response, reports.file(name, asked, answer.value()), format);
    return null;
  }

  /** A report that is rows of one kind, as a file. */
  <T extends Record> void rows(
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller,
      String name,
      AsOf asOf,
      Class<T> type,
      Function<Consistency, Answer<List<T>>> query)
      throws IOException {
    Format format = Representation.of(request);
    Answer<List<T>> answer = query.apply(Freshness.of(request));
    Asked asked = asked(request, caller, asOf, answer.position());
    files.send(request, response, reports.rows(name, asked, type, answer.value()), format);
  }

  /** An answer as it is, or, for who may not read the books, masked; then it is written already. */
  <T extends Record> @Nullable ResponseEntity<T> json(
      HttpServletResponse response, Caller caller, ResponseEntity<T> answer) throws IOException {
    T report = answer.getBody();
    if (report == null || !isMasked(caller)) {
      // Said outright, because format=json counts for more than Accept.
      return ResponseEntity.status(answer.getStatusCode())
          .headers(answer.getHeaders())
          .contentType(MediaType.APPLICATION_JSON)
          .body(report);
    }
    byte[] masked = reports.masked(caller.tenant().value(), report);
    answer
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(masked.length);
    response.getOutputStream().write(masked);
    return null;
  }

  /** What a file of rows says of itself. */
  private Asked asked(HttpServletRequest request, Caller caller, AsOf asOf, long applied) {
    return new Asked(
        caller.tenant().value(),
        isMasked(caller),
        Freshness.of(request),
        position(asOf, applied),
        asOf.isNow() ? clock.instant() : atTime(asOf));
  }

  private static @Nullable Instant atTime(AsOf asOf) {
    return asOf.position() == Long.MAX_VALUE ? asOf.at() : null;
  }

  /** What the report may know of is what was applied, up to the moment that was asked for. */
  private long position(AsOf asOf, long applied) {
    if (asOf.isNow()) {
      return applied;
    }
    try {
      Instant time = atTime(asOf);
      return Math.min(
          applied,
          trail.position(
              time != null ? new Moment.At(time) : new Moment.Position(asOf.position())));
    } catch (AuditTrail.NotYetHappened toCome) {
      return applied;
    }
  }

  /**
   * @throws Refusal 403 for who may not know names: what is found would tell
   */
  static void refuseNames(Caller caller, @Nullable String name) {
    if (name != null && isMasked(caller)) {
      throw Refusal.of(ProblemCode.FORBIDDEN, "Your role reads reports, but finds nobody by name.");
    }
  }

  private static boolean isMasked(Caller caller) {
    return !caller.may(Permission.READ_BOOKS);
  }
}
