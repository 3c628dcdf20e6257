package za.lexohub.readmodels.export;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.readmodels.row.TenantScope;

/** Where what leaves the system as files is put together. */
@Configuration(proxyBeanMethods = false)
public class ExportReadModels {

  @Bean
  Pseudonyms pseudonyms(JdbcClient jdbc) {
    return new Pseudonyms(jdbc);
  }

  @Bean
  ExportViews exportViews(TenantScope scope, Pseudonyms pseudonyms) {
    return new ExportViews(scope, pseudonyms);
  }
}
