package za.lexohub.projectors;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.projectors.operations.OperationRecordsConfiguration;
import za.lexohub.projectors.position.AxonAppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;

/** How far the read models have come; for every node that answers queries. */
@Configuration(proxyBeanMethods = false)
@Import(OperationRecordsConfiguration.class)
public class PositionsConfiguration {

  @Bean
  AxonAppliedPositions appliedPositions(
      ObjectProvider<EventProcessingConfiguration> processors,
      ObjectProvider<EventStore> eventStore,
      ObjectProvider<TokenStore> tokenStore,
      PublishedPositions published) {
    return new AxonAppliedPositions(
        processors::getObject, eventStore::getObject, tokenStore::getObject, published);
  }
}
