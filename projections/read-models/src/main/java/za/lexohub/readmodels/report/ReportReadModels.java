package za.lexohub.readmodels.report;

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
}
