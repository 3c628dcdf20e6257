package za.lexohub.api.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Representation;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.query.export.Format;
import za.lexohub.query.report.MoneyReports;
import za.lexohub.readmodels.report.Ageing;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.readmodels.report.ClientRevenue;
import za.lexohub.readmodels.report.OutstandingFilter;
import za.lexohub.readmodels.report.OutstandingInvoice;
import za.lexohub.readmodels.report.OutstandingSort;
import za.lexohub.readmodels.report.PaymentBehaviour;
import za.lexohub.readmodels.report.Revenue;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.VatReport;
import za.lexohub.role.QueryRole;

/** Shows reports on invoiced money. */
@RestController
@QueryRole
@RequestMapping("/api/v1/reports")
public final class MoneyReportReads {
  private final MoneyReports reports;
  private final Reads reads;
  private final ReportAnswers answers;
  private final Clock clock;

  MoneyReportReads(MoneyReports reports, Reads reads, ReportAnswers answers, Clock clock) {
    this.reports = reports;
    this.reads = reads;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/ageing")
  @Needs(Permission.READ_REPORTS)
  @Takes({
    "on",
    "bar",
    "clientName",
    ReportParameters.AS_OF,
    ReportParameters.AS_OF_POSITION,
    Representation.FORMAT
  })
  @Nullable ResponseEntity<Ageing> ageing(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    OutstandingFilter filter = filter(request, caller);
    return answers.show(
        request,
        response,
        caller,
        "ageing",
        filter.asOf(),
        consistency ->
            reports.ageing(
                caller.tenant().value(),
                filter,
                ReportParameters.atLeast(consistency, filter.asOf())));
  }

  @GetMapping("/outstanding")
  @Needs(Permission.READ_REPORTS)
  @Takes(
      list = true,
      value = {
        "on",
        "bar",
        "clientName",
        ReportParameters.AS_OF,
        ReportParameters.AS_OF_POSITION,
        Representation.FORMAT
      },
      sorts = {"dueDate", "balance"})
  @Nullable ResponseEntity<Listing<OutstandingInvoice>> outstanding(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    Parameters given = new Parameters(request);
    OutstandingFilter filter = filter(request, caller);
    Format format = Representation.of(request);
    if (format != Format.JSON) {
      given.refuse("A file has all rows.", "limit", "after", "sort");
      answers.rows(
          request,
          response,
          caller,
          "outstanding",
          filter.asOf(),
          OutstandingInvoice.class,
          consistency ->
              reports.allOutstanding(
                  caller.tenant().value(),
                  filter,
                  ReportParameters.atLeast(consistency, filter.asOf())));
      return null;
    }
    var sort = given.sort(OutstandingSort.values(), OutstandingSort.DUE_DATE);
    int limit = given.limit();
    return answers.json(
        response,
        caller,
        reads.page(
            request,
            (after, consistency) ->
                reports.outstanding(
                    caller.tenant().value(),
                    filter,
                    sort,
                    limit,
                    after,
                    ReportParameters.atLeast(consistency, filter.asOf()))));
  }

  @GetMapping("/revenue")
  @Needs(Permission.READ_REPORTS)
  @Takes({
    "basis",
    "from",
    "to",
    "interval",
    ReportParameters.AS_OF,
    ReportParameters.AS_OF_POSITION,
    Representation.FORMAT
  })
  @Nullable ResponseEntity<Revenue> revenue(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    ReportParameters given = given(request);
    Revenue.Basis basis = given.oneOf("basis", Revenue.Basis.class, Revenue.Basis.ACCRUAL);
    Revenue.Interval interval =
        given.oneOf("interval", Revenue.Interval.class, Revenue.Interval.MONTH);
    Span span = given.span();
    AsOf asOf = given.asOf();
    return answers.show(
        request,
        response,
        caller,
        "revenue",
        asOf,
        consistency ->
            reports.revenue(
                caller.tenant().value(),
                basis,
                span,
                interval,
                asOf,
                ReportParameters.atLeast(consistency, asOf)));
  }

  @GetMapping("/vat")
  @Needs(Permission.READ_REPORTS)
  @Takes({
    "basis",
    "from",
    "to",
    ReportParameters.AS_OF,
    ReportParameters.AS_OF_POSITION,
    Representation.FORMAT
  })
  @Nullable ResponseEntity<VatReport> vat(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    ReportParameters given = given(request);
    VatReport.Basis basis = given.oneOf("basis", VatReport.Basis.class, VatReport.Basis.INVOICE);
    Span span = given.span();
    AsOf asOf = given.asOf();
    return answers.show(
        request,
        response,
        caller,
        "vat",
        asOf,
        consistency ->
            reports.vat(
                caller.tenant().value(),
                basis,
                span,
                asOf,
                ReportParameters.atLeast(consistency, asOf)));
  }

  @GetMapping("/clients")
  @Needs(Permission.READ_REPORTS)
  @Takes({"from", "to", Representation.FORMAT})
  @Nullable ResponseEntity<ClientRevenue> clients(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    Span span = given(request).span();
    return answers.show(
        request,
        response,
        caller,
        "clients",
        consistency -> reports.clients(caller.tenant().value(), span, consistency));
  }

  @GetMapping("/payment-behaviour")
  @Needs(Permission.READ_REPORTS)
  @Takes({"from", "to", Representation.FORMAT})
  @Nullable ResponseEntity<PaymentBehaviour> paymentBehaviour(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    Span span = given(request).span();
    return answers.show(
        request,
        response,
        caller,
        "payment-behaviour",
        consistency ->
            reports.payments(
                caller.tenant().value(), span, BusinessTime.dateAt(clock.instant()), consistency));
  }

  private OutstandingFilter filter(HttpServletRequest request, Caller caller) {
    ReportParameters given = given(request);
    ReportAnswers.refuseNames(caller, given.text("clientName"));
    Bar bar = new Parameters(request).oneOf("bar", Bar.class);
    return new OutstandingFilter(
        given.on(), given.asOf(), bar == null ? null : bar.name(), given.text("clientName"));
  }

  private ReportParameters given(HttpServletRequest request) {
    return new ReportParameters(request, BusinessTime.dateAt(clock.instant()));
  }
}
