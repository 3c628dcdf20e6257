package za.lexohub.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.SimpleDeadlineManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.messages.document.DocumentSealing;
import za.lexohub.messages.erasure.AnnouncedUploads;
import za.lexohub.messages.proforma.ProFormaCommands.ValidateProForma;

/** The role as Spring and Axon put it together, without any part. */
class ProcessConfigurationTest {

  private static final String[] PROPERTIES = {
    "--lexohub.billing.step.timeout=100ms",
    "--lexohub.sqs.pdf-queue-url=http://127.0.0.1:1/pdf",
    "--lexohub.sqs.email-queue-url=http://127.0.0.1:1/email",
    "--lexohub.sqs.batch-queue-url=http://127.0.0.1:1/batch",
    "--lexohub.s3.bucket=papers",
    "--lexohub.s3.endpoint=http://127.0.0.1:1",
    "--lexohub.eventbridge.endpoint=http://127.0.0.1:1",
    "--lexohub.aws.access-key-id=test",
    "--lexohub.aws.secret-access-key=test",
    "--lexohub.aws.attempts=1",
    "--spring.autoconfigure.exclude="
        + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "--axon.serializer.general=jackson3",
    "--axon.serializer.events=jackson3",
    "--axon.serializer.messages=jackson3"
  };

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(ProcessConfiguration.class)
  static class Role {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    DocumentSealing documentSealing() {
      return new PaperSealing();
    }

    @Bean
    AnnouncedUploads announcedUploads() {
      return (tenant, kind, file) -> List.of();
    }

    @Bean
    EventStorageEngine eventStorageEngine() {
      return new InMemoryEventStorageEngine();
    }

    @Bean
    DeadlineManager deadlineManager(org.axonframework.config.Configuration configuration) {
      return SimpleDeadlineManager.builder()
          .scopeAwareProvider(new ConfigurationScopeAwareProvider(configuration))
          .build();
    }

    @Bean
    ConfigurerModule pooled() {
      return configurer ->
          configurer.eventProcessing(
              EventProcessingConfigurer::usingPooledStreamingEventProcessors);
    }
  }

  @Test
  void every_group_is_there_and_a_saga_conducts() {
    SpringApplication application = new SpringApplication(Role.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (var context = application.run(PROPERTIES)) {
      List<CommandMessage<?>> sent = new CopyOnWriteArrayList<>();
      context
          .getBean(CommandBus.class)
          .subscribe(
              ValidateProForma.class.getName(),
              command -> {
                sent.add(command);
                return null;
              });
      context
          .getBean(EventStore.class)
          .publish(new GenericEventMessage<>(Walk.accepted(), SagaStage.METADATA));

      await().atMost(Parts.PATIENCE).until(() -> sent.size() >= 2);
      assertThat(sent.getFirst().getPayload())
          .isEqualTo(new ValidateProForma(Walk.PRO_FORMA, Walk.TENANT, 1));
      assertThat(sent.getFirst().getMetaData()).containsEntry("actorId", "billing-saga");
      assertThat(context.getBean(EventProcessingConfiguration.class).eventProcessors())
          .containsOnlyKeys(
              "billing-saga",
              "invoice-delivery-saga",
              "pro-forma-delivery-saga",
              "invoice-overdue-saga",
              "pro-forma-expiry-saga",
              "pdf-queue",
              "email-queue",
              "event-bridge",
              "erasure-saga",
              "document-erasure",
              "receipt-saga",
              "invoice-draft-saga",
              "batch-queue",
              "reminder-saga",
              "prescription-saga",
              "scope-saga",
              "retainer-term-saga",
              "matter-approval-saga")
          .allSatisfy(
              (name, processor) ->
                  assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class));
    }
  }
}
