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
import za.lexohub.api.reading.Representation;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.VatLimits;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.query.Answer;
import za.lexohub.query.report.MoneyReports;
import za.lexohub.readmodels.report.VatSupplies;
import za.lexohub.role.QueryRole;

/** Shows how near a practice has come to where it must be registered for VAT. */
@RestController
@QueryRole
public final class VatRegistrationReads {
  private final MoneyReports reports;
  private final VatLimits limits;
  private final ReportAnswers answers;
  private final Clock clock;

  VatRegistrationReads(MoneyReports reports, VatLimits limits, ReportAnswers answers, Clock clock) {
    this.reports = reports;
    this.limits = limits;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/api/v1/reports/vat-registration")
  @Needs(Permission.READ_REPORTS)
  @Takes({"on", Representation.FORMAT})
  @Nullable ResponseEntity<VatStanding> vatRegistration(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    LocalDate on = new ReportParameters(request, BusinessTime.dateAt(clock.instant())).on();
    return answers.show(
        request,
        response,
        caller,
        "vat-registration",
        consistency -> {
          Answer<VatSupplies> supplied =
              reports.vatSupplies(caller.tenant().value(), on, consistency);
          Money value = Money.cents(supplied.value().value().amount());
          return new Answer<>(
              VatStanding.of(supplied.value(), limits.on(caller.tenant(), on, value)),
              supplied.position());
        });
  }
}
