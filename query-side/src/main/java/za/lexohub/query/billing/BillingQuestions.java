package za.lexohub.query.billing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.batch.InvoiceBatchQueries;
import za.lexohub.query.ratecard.RateCardQueries;
import za.lexohub.readmodels.batch.InvoiceBatchViews;
import za.lexohub.readmodels.ratecard.RateCardViews;

/** Where the questions about billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
public class BillingQuestions {

  @Bean
  RateCardQueries rateCardQueries(RateCardViews views, AppliedWait applied) {
    return new RateCardQueries(views, applied);
  }

  @Bean
  InvoiceBatchQueries invoiceBatchQueries(InvoiceBatchViews views, AppliedWait applied) {
    return new InvoiceBatchQueries(views, applied);
  }
}
