package za.lexohub.readmodels.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.row.TenantScope;

/** Where the stores of work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
public class WorkReadModels {

  @Bean
  WorkItemRows workItemRows(TenantScope scope) {
    return new WorkItemRows(scope);
  }

  @Bean
  WorkItemViews workItemViews(TenantScope scope) {
    return new WorkItemViews(scope);
  }
}
