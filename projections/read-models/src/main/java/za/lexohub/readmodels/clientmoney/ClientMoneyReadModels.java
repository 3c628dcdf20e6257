package za.lexohub.readmodels.clientmoney;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.practice.PracticeRows;
import za.lexohub.readmodels.practice.PracticeViews;
import za.lexohub.readmodels.retainer.RetainerRows;
import za.lexohub.readmodels.retainer.RetainerViews;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.trust.TrustRows;
import za.lexohub.readmodels.trust.TrustViews;

/** Where the stores of the practice, of retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
public class ClientMoneyReadModels {

  @Bean
  PracticeRows practiceRows(TenantScope scope) {
    return new PracticeRows(scope);
  }

  @Bean
  PracticeViews practiceViews(TenantScope scope) {
    return new PracticeViews(scope);
  }

  @Bean
  RetainerRows retainerRows(TenantScope scope) {
    return new RetainerRows(scope);
  }

  @Bean
  RetainerViews retainerViews(TenantScope scope) {
    return new RetainerViews(scope);
  }

  @Bean
  TrustRows trustRows(TenantScope scope) {
    return new TrustRows(scope);
  }

  @Bean
  TrustViews trustViews(TenantScope scope) {
    return new TrustViews(scope);
  }
}
