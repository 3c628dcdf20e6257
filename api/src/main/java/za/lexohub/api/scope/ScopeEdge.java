package za.lexohub.api.scope;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.scope.ScopeAmendmentQueries;
import za.lexohub.role.CommandRole;

/** What an amendment's commands need to know of its present state: its matter. */
@Configuration(proxyBeanMethods = false)
@CommandRole
class ScopeEdge {
  @Bean
  Amendments presentAmendments(ScopeAmendmentQueries queries) {
    return queries::get;
  }
}
