package za.lexohub.api.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Representation;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.notification.InboxId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.query.report.PracticeReports;
import za.lexohub.readmodels.report.Attention;
import za.lexohub.readmodels.report.Dashboard;
import za.lexohub.readmodels.report.Pipeline;
import za.lexohub.readmodels.report.PracticeHealth;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.TimeReport;
import za.lexohub.readmodels.report.WipReport;
import za.lexohub.role.QueryRole;

/** Shows reports on work and pro formas, the dashboard, and what waits for somebody. */
@RestController
@QueryRole
public final class PracticeReportReads {
  private final PracticeReports reports;
  private final Reads reads;
  private final ReportAnswers answers;
  private final Clock clock;

  PracticeReportReads(PracticeReports reports, Reads reads, ReportAnswers answers, Clock clock) {
    this.reports = reports;
    this.reads = reads;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/api/v1/reports/wip")
  @Needs(Permission.READ_REPORTS)
  @Takes(Representation.FORMAT)
  @Nullable ResponseEntity<WipReport> wip(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    return answers.show(
        request,
        response,
        caller,
        "wip",
        consistency -> reports.wip(caller.tenant().value(), today(), consistency));
  }

  @GetMapping("/api/v1/reports/time")
  @Needs(Permission.READ_REPORTS)
  @Takes({"from", "to", "groupBy", Representation.FORMAT})
  @Nullable ResponseEntity<TimeReport> time(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    ReportParameters given = new ReportParameters(request, today());
    Span span = given.span();
    TimeReport.GroupBy groupBy =
        given.oneOf("groupBy", TimeReport.GroupBy.class, TimeReport.GroupBy.MONTH);
    return answers.show(
        request,
        response,
        caller,
        "time",
        consistency -> reports.time(caller.tenant().value(), span, groupBy, consistency));
  }

  @GetMapping("/api/v1/reports/pipeline")
  @Needs(Permission.READ_REPORTS)
  @Takes({"from", "to", Representation.FORMAT})
  @Nullable ResponseEntity<Pipeline> pipeline(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    Span span = new ReportParameters(request, today()).span();
    return answers.show(
        request,
        response,
        caller,
        "pipeline",
        consistency -> reports.pipeline(caller.tenant().value(), span, consistency));
  }

  @GetMapping("/api/v1/reports/practice-health")
  @Needs(Permission.READ_REPORTS)
  @Takes(Representation.FORMAT)
  @Nullable ResponseEntity<PracticeHealth> practiceHealth(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    return answers.show(
        request,
        response,
        caller,
        "practice-health",
        consistency -> reports.health(caller.tenant().value(), today(), consistency));
  }

  @GetMapping("/api/v1/reports/dashboard")
  @Needs(Permission.READ_REPORTS)
  @Takes(Representation.FORMAT)
  @Nullable ResponseEntity<Dashboard> dashboard(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    return answers.show(
        request,
        response,
        caller,
        "dashboard",
        consistency -> reports.dashboard(caller.tenant().value(), today(), consistency));
  }

  @GetMapping("/api/v1/workflow/attention")
  @Needs(Permission.COUNT)
  @Takes
  ResponseEntity<Attention> attention(HttpServletRequest request, Caller caller) {
    return reads.plain(
        request,
        consistency ->
            reports.attention(
                caller.tenant().value(),
                InboxId.of(caller.tenant(), caller.subject()).value(),
                consistency));
  }

  private LocalDate today() {
    return BusinessTime.dateAt(clock.instant());
  }
}
