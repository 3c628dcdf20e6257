package za.lexohub.projectors.operations;

import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.serialization.UnreadableEvents;
import za.lexohub.projectors.position.AxonAppliedPositions;
import za.lexohub.projectors.position.PositionPublisher;
import za.lexohub.readmodels.position.ProjectionViews;
import za.lexohub.readmodels.position.PublishedPositions;

/**
 * For every node that runs processors, of read models or outbound: says how they do and lets an
 * operator act. Needs no read model.
 */
@Configuration(proxyBeanMethods = false)
@Import(OperationRecordsConfiguration.class)
public class OperationsConfiguration {

  @Bean
  PositionPublisher positionPublisher(
      ObjectProvider<EventProcessingConfiguration> processors,
      ObjectProvider<EventStore> eventStore,
      ObjectProvider<TokenStore> tokenStore,
      JdbcClient jdbc,
      ProcessingGroups groups) {
    PublishedPositions published = new PublishedPositions(jdbc);
    return new PositionPublisher(
        positions(processors, eventStore, tokenStore, published),
        published,
        group -> groups.kind(group).name());
  }

  @Bean
  ParkedSequences parkedSequences(JdbcClient jdbc) {
    return new ParkedSequences(jdbc);
  }

  @Bean
  ProcessingGroups processingGroups(
      ObjectProvider<EventProcessingConfiguration> processors,
      ObjectProvider<EventStore> eventStore,
      ObjectProvider<TokenStore> tokenStore,
      JdbcClient jdbc,
      ParkedSequences parked) {
    return new ProcessingGroups(
        processors::getObject,
        tokenStore::getObject,
        positions(processors, eventStore, tokenStore, new PublishedPositions(jdbc)),
        parked,
        new ProjectionViews(jdbc));
  }

  @Bean
  RecentStates recentGroupStates(ProcessingGroups groups) {
    return new RecentStates(groups::all);
  }

  @Bean
  ProjectionsEndpoint projectionsEndpoint(ProcessingGroups groups, OperationRecords records) {
    return new ProjectionsEndpoint(groups, records);
  }

  @Bean
  DeadLettersEndpoint deadLettersEndpoint(
      ObjectProvider<EventProcessingConfiguration> processors,
      ProcessingGroups groups,
      ParkedSequences parked,
      OperationRecords records) {
    return new DeadLettersEndpoint(
        parked, new DeadLetterWork(processors::getObject, groups, parked, records));
  }

  @Bean
  ProcessingMeters processingMeters(ProcessingGroups groups, RecentStates recentGroupStates) {
    return new ProcessingMeters(groups::names, recentGroupStates);
  }

  /** The name is the contributor's, {@code projections}. */
  @Bean
  ProjectionsHealth projectionsHealthIndicator(
      RecentStates recentGroupStates, ObjectProvider<UnreadableEvents> unreadable) {
    return new ProjectionsHealth(
        recentGroupStates,
        () -> Optional.ofNullable(unreadable.getIfAvailable()).flatMap(UnreadableEvents::lately));
  }

  /** Not the bean of the queries, which a node without read models does not have. */
  private static AxonAppliedPositions positions(
      ObjectProvider<EventProcessingConfiguration> processors,
      ObjectProvider<EventStore> eventStore,
      ObjectProvider<TokenStore> tokenStore,
      PublishedPositions published) {
    return new AxonAppliedPositions(
        processors::getObject, eventStore::getObject, tokenStore::getObject, published);
  }
}
