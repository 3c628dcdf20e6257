package za.lexohub.readmodels.claims;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.row.TenantScope;

/** Where the stores of credit notes, disputes and receipts are put together. */
@Configuration(proxyBeanMethods = false)
public class MoneyReadModels {

  @Bean
  CreditNoteRows creditNoteRows(TenantScope scope) {
    return new CreditNoteRows(scope);
  }

  @Bean
  DisputeRows disputeRows(TenantScope scope) {
    return new DisputeRows(scope);
  }

  @Bean
  ReceiptRows receiptRows(TenantScope scope) {
    return new ReceiptRows(scope);
  }

  @Bean
  ClaimViews claimViews(TenantScope scope) {
    return new ClaimViews(scope);
  }
}
