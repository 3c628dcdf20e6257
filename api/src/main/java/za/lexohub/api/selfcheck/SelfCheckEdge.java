package za.lexohub.api.selfcheck;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.audit.AuditTrail;
import za.lexohub.query.selfcheck.IndependentFold;
import za.lexohub.query.selfcheck.SelfCheckConfiguration;
import za.lexohub.readmodels.selfcheck.SelfCheckRows;
import za.lexohub.role.QueryRole;

/** Here read models and the audit's fold meet, which must not know each other. */
@Configuration(proxyBeanMethods = false)
@QueryRole
@Import(SelfCheckConfiguration.class)
class SelfCheckEdge {

  @Bean
  IndependentFold independentFold(AuditTrail trail) {
    return new FoldOfTheAudit(trail);
  }

  /** The name is the contributor's, {@code selfCheck}. */
  @Bean
  SelfCheckHealth selfCheckHealthIndicator(SelfCheckRows rows) {
    return new SelfCheckHealth(rows);
  }
}
