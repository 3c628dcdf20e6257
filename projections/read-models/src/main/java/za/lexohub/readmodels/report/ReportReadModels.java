package za.lexohub.readmodels.report;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.ledger.LedgerRows;
import za.lexohub.readmodels.row.TenantScope;

/** Where the ledger and the reports over it are put together. */
@Configuration(proxyBeanMethods = false)
public class ReportReadModels {

  @Bean
  LedgerRows ledgerRows(TenantScope scope) {
    return new LedgerRows(scope);
  }

  @Bean
  OutstandingViews outstandingViews(TenantScope scope) {
    return new OutstandingViews(scope);
  }

  @Bean
  RevenueViews revenueViews(TenantScope scope) {
    return new RevenueViews(scope);
  }

  @Bean
  VatViews vatViews(TenantScope scope) {
    return new VatViews(scope);
  }

  @Bean
  WorkReportViews workReportViews(TenantScope scope) {
    return new WorkReportViews(scope);
  }

  @Bean
  PipelineViews pipelineViews(TenantScope scope) {
    return new PipelineViews(scope);
  }

  @Bean
  ClientViews clientViews(TenantScope scope) {
    return new ClientViews(scope);
  }

  @Bean
  DashboardViews dashboardViews(TenantScope scope) {
    return new DashboardViews(scope);
  }

  @Bean
  AttentionViews attentionViews(TenantScope scope, Clock clock) {
    return new AttentionViews(scope, clock);
  }
}
