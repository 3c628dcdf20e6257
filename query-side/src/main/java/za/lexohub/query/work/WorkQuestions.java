package za.lexohub.query.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.readmodels.agreement.AgreementViews;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.work.WorkItemViews;

/** Where the questions about work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
public class WorkQuestions {

  @Bean
  WorkQueries workQueries(
      WorkItemViews items,
      MatterViews matters,
      InvoiceViews invoices,
      AgreementViews agreements,
      AppliedWait applied) {
    return new WorkQueries(items, matters, invoices, agreements, applied);
  }
}
