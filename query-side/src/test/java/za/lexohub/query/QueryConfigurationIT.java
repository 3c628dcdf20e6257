package za.lexohub.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.query.matter.MatterQueries;
import za.lexohub.query.proforma.ProFormaQueries;
import za.lexohub.query.publiclink.PublicLinkQuery;
import za.lexohub.query.workflow.WorkflowQueries;
import za.lexohub.query.workflowcounts.WorkflowCountsQuery;
import za.lexohub.readmodels.ReadModelsConfiguration;
import za.lexohub.readmodels.position.AppliedPositions;

class QueryConfigurationIT {

  @Test
  void wires_the_queries_and_answers_while_redis_is_away() {
    try (TestStores stores = TestStores.open();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource("test", Map.of("lexohub.redis.url", "redis://127.0.0.1:1")));
      context.registerBean(JdbcClient.class, () -> stores.jdbc);
      context.registerBean(
          PlatformTransactionManager.class, stores.transactions::getTransactionManager);
      context.registerBean(Clock.class, Clock::systemUTC);
      context.registerBean(AppliedPositions.class, KnownPositions::new);
      context.register(ReadModelsConfiguration.class, QueryConfiguration.class);
      context.refresh();
      for (Class<?> query :
          new Class<?>[] {
            MatterQueries.class,
            ProFormaQueries.class,
            InvoiceQueries.class,
            WorkflowQueries.class,
            PublicLinkQuery.class
          }) {
        assertThat(context.getBeansOfType(query)).hasSize(1);
      }
      assertThat(
              context
                  .getBean(WorkflowCountsQuery.class)
                  .counts("nobody", Consistency.NONE)
                  .value()
                  .matterCount())
          .isZero();
    }
  }
}
