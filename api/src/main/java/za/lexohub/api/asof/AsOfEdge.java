package za.lexohub.api.asof;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.audit.AuditTrail;
import za.lexohub.role.QueryRole;

/** What the controllers of role {@code query} ask for things as they were. */
@Configuration(proxyBeanMethods = false)
@QueryRole
class AsOfEdge {

  @Bean
  AsOfReads asOfReads(AuditTrail trail) {
    return new AsOfReads(trail);
  }
}
