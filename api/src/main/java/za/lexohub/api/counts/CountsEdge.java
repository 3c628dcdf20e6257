package za.lexohub.api.counts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.workflowcounts.WorkflowCountsQuery;
import za.lexohub.role.QueryRole;

/** Where the numbers come from. */
@Configuration(proxyBeanMethods = false)
@QueryRole
class CountsEdge {
  @Bean
  Counts workCounts(WorkflowCountsQuery query) {
    return query::counts;
  }
}
