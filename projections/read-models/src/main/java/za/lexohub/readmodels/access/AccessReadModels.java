package za.lexohub.readmodels.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.row.TenantScope;

/** Where the stores of an attorney's access are put together. */
@Configuration(proxyBeanMethods = false)
public class AccessReadModels {

  @Bean
  MatterGrantRows matterGrantRows(TenantScope scope) {
    return new MatterGrantRows(scope);
  }

  @Bean
  GrantedViews grantedViews(TenantScope scope) {
    return new GrantedViews(scope);
  }
}
