package za.lexohub.readmodels.billing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.batch.InvoiceBatchRows;
import za.lexohub.readmodels.batch.InvoiceBatchViews;
import za.lexohub.readmodels.ratecard.RateCardRows;
import za.lexohub.readmodels.ratecard.RateCardViews;
import za.lexohub.readmodels.row.TenantScope;

/** Where the stores of billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
public class BillingReadModels {

  @Bean
  RateCardRows rateCardRows(TenantScope scope) {
    return new RateCardRows(scope);
  }

  @Bean
  RateCardViews rateCardViews(TenantScope scope) {
    return new RateCardViews(scope);
  }

  @Bean
  InvoiceBatchRows invoiceBatchRows(TenantScope scope) {
    return new InvoiceBatchRows(scope);
  }

  @Bean
  InvoiceBatchViews invoiceBatchViews(TenantScope scope) {
    return new InvoiceBatchViews(scope);
  }
}
