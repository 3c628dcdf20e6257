package za.lexohub.eventstore;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import za.lexohub.eventstore.tracing.MessageLogIds;
import za.lexohub.messages.processing.PassingFailure;
import za.lexohub.messages.processing.PromptThreads;

/**
 * Streaming processors, their tokens, sagas and dead letters: Axon's own, on tables in PostgreSQL.
 * Everything is declared here by name, because what Axon guesses on this version of Spring Boot may
 * be an in-memory stand-in.
 */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

  /** Sagas go without: a saga that skips an event is a process that never ends. */
  private static final String SAGA_SUFFIX = "-saga";

  /** For tokens, sagas and deadlines; events have a serializer of their own, by logical names. */
  @Bean
  @Primary
  Serializer generalSerializer() {
    return Jackson3Serializer.builder()
        // Axon 4.13.0 refuses to read its own replay tokens otherwise, and a replay stalls
        // silently.
        .jsonMapperBuilderCustomizer(
            mapper ->
                mapper.polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build()))
        .build();
  }

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .serializer(serializer)
        .schema(
            TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build())
        .claimTimeout(Duration.ofSeconds(10))
        // Axon's default, pid@host, is not unique where every container runs as pid 1.
        .nodeId(UUID.randomUUID().toString())
        .build();
  }

  @Bean
  SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer serializer) {
    PostgresSagaSqlSchema sql =
        new PostgresSagaSqlSchema(
            SagaSchema.builder()
                .sagaEntryTable("saga_entry")
                .revisionColumn("revision")
                .serializedSagaColumn("serialized_saga")
                .associationValueEntryTable("association_value_entry")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .build());
    // Axon's own lock ends at the JVM: a deadline that fires on another node than the one that
    // holds
    // the saga's segment would overwrite its state.
    sql.setExclusiveLoad(true);
    return JdbcSagaStore.builder()
        .connectionProvider(connections)
        .serializer(serializer)
        .sqlSchema(sql)
        .build();
  }

  @Bean
  HandlerEnhancerDefinition savepointPerHandler(PlatformTransactionManager transactions) {
    return new SavepointPerHandler(transactions);
  }

  @Bean
  FairShare fairShare(
      JdbcClient jdbc,
      ObjectProvider<EventProcessingConfiguration> processing,
      MigratedLog migratedFirst) {
    return new FairShare(jdbc, () -> processing.getObject().eventProcessors());
  }

  @Bean
  ConfigurerModule streamingProcessors(
      EventStoreProperties properties,
      FairShare share,
      ObjectProvider<PassingFailure> passingFailures,
      @Qualifier("eventSerializer") Serializer eventSerializer) {
    FailurePolicy policy = new FailurePolicy(passingFailures.orderedStream().toList());
    return configurer ->
        configurer.eventProcessing(
            processing -> {
              processing
                  .usingPooledStreamingEventProcessors(
                      (configuration, builder) ->
                          builder
                              .initialSegmentCount(properties.segments())
                              .batchSize(properties.batchSize())
                              .tokenClaimInterval(1000)
                              .coordinatorExecutor(name -> coordinator(configuration, name))
                              .maxSegmentProvider(share)
                              // A batch that waits for a slow store keeps its segment.
                              .enableCoordinatorClaimExtension())
                  .registerDefaultHandlerInterceptor((configuration, group) -> new MessageLogIds())
                  .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                  .registerDefaultListenerInvocationErrorHandler(
                      c -> PropagatingErrorHandler.instance())
                  .registerDefaultDeadLetterPolicy(c -> policy)
                  .registerDeadLetterQueueProvider(
                      group -> {
                        if (group.endsWith(SAGA_SUFFIX)) {
                          return null;
                        }
                        // A replay begins without what was parked: it will be handled anew. And
                        // as long as nothing is parked, no event is looked up among the letters.
                        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                            group,
                            (configuration, builder) ->
                                builder.allowReset(true).enableSequenceIdentifierCache());
                        return deadLetters(group, eventSerializer);
                      });
            });
  }

  private static ScheduledExecutorService coordinator(
      org.axonframework.config.Configuration configuration, String processor) {
    PromptThreads threads =
        new PromptThreads(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
    configuration.onShutdown(threads::shutdown);
    return threads;
  }

  private static Function<
          org.axonframework.config.Configuration, SequencedDeadLetterQueue<EventMessage<?>>>
      deadLetters(String group, Serializer eventSerializer) {
    return configuration ->
        JdbcSequencedDeadLetterQueue.builder()
            .processingGroup(group)
            .connectionProvider(configuration.getComponent(ConnectionProvider.class))
            .transactionManager(configuration.getComponent(TransactionManager.class))
            .genericSerializer(configuration.serializer())
            .eventSerializer(eventSerializer)
            .schema(
                DeadLetterSchema.builder()
                    .deadLetterTable("dead_letter_entry")
                    .deadLetterIdentifierColumn("dead_letter_id")
                    .processingGroupColumn("processing_group")
                    .sequenceIdentifierColumn("sequence_identifier")
                    .sequenceIndexColumn("sequence_index")
                    .messageTypeColumn("message_type")
                    .eventIdentifierColumn("event_identifier")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .metaDataColumn("meta_data")
                    .aggregateIdentifierColumn("aggregate_identifier")
                    .sequenceNumberColumn("sequence_number")
                    .tokenTypeColumn("token_type")
                    .enqueuedAtColumn("enqueued_at")
                    .lastTouchedColumn("last_touched")
                    .processingStartedColumn("processing_started")
                    .causeTypeColumn("cause_type")
                    .causeMessageColumn("cause_message")
                    .build())
            .build();
  }
}
