package za.lexohub.query.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.readmodels.report.AttentionViews;
import za.lexohub.readmodels.report.ClientViews;
import za.lexohub.readmodels.report.DashboardViews;
import za.lexohub.readmodels.report.OutstandingViews;
import za.lexohub.readmodels.report.PipelineViews;
import za.lexohub.readmodels.report.RevenueViews;
import za.lexohub.readmodels.report.VatViews;
import za.lexohub.readmodels.report.WorkReportViews;

/** Where the questions for reports are put together. */
@Configuration(proxyBeanMethods = false)
public class ReportQuestions {

  @Bean
  MoneyReports moneyReports(
      OutstandingViews outstanding,
      RevenueViews revenue,
      VatViews vat,
      ClientViews clients,
      AppliedWait applied) {
    return new MoneyReports(outstanding, revenue, vat, clients, applied);
  }

  @Bean
  PracticeReports practiceReports(
      WorkReportViews work,
      PipelineViews pipeline,
      DashboardViews dashboard,
      AttentionViews attention,
      AppliedWait applied) {
    return new PracticeReports(work, pipeline, dashboard, attention, applied);
  }
}
