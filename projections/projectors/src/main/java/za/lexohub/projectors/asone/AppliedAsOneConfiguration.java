package za.lexohub.projectors.asone;

import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import za.lexohub.readmodels.position.ReadModelGroups;

/**
 * The batches of all read models are applied as one. Up to {@code lexohub.projections.batch-size}
 * events are one when there are so many to be read, as in a replay; while a read model is at the
 * head of the log its batches are what has just happened.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class AppliedAsOneConfiguration {

  @Bean
  BatchCounts batchCounts() {
    return new BatchCounts();
  }

  @Bean
  ConfigurerModule readModelBatches(
      ObjectProvider<PlatformTransactionManager> transactions,
      BatchCounts counts,
      @Value("${lexohub.projections.batch-size:1000}") int batchSize) {
    return configurer ->
        configurer.eventProcessing(
            processing -> {
              for (String group : ReadModelGroups.all()) {
                processing.registerPooledStreamingEventProcessorConfiguration(
                    group, (configuration, builder) -> builder.batchSize(batchSize));
                processing.registerHandlerInterceptor(
                    group,
                    configuration ->
                        new AppliedAsOne(
                            dataSource(transactions.getObject()),
                            () -> processor(configuration, group),
                            () -> configuration.eventProcessingConfiguration().tokenStore(group),
                            wasOne -> counts.count(group, wasOne)));
              }
            });
  }

  /** Of the tables that these transactions are about. */
  public static DataSource dataSource(PlatformTransactionManager transactions) {
    return (DataSource) ((ResourceTransactionManager) transactions).getResourceFactory();
  }

  private static PooledStreamingEventProcessor processor(
      Configuration configuration, String group) {
    return configuration
        .eventProcessingConfiguration()
        .eventProcessor(group, PooledStreamingEventProcessor.class)
        .orElseThrow();
  }
}
