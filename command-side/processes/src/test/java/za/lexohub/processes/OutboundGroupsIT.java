package za.lexohub.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.eventbridge.EventBridgePart;
import za.lexohub.eventstore.FailurePolicy;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.processes.eventbridge.EventBridgeConfiguration;
import za.lexohub.processes.queue.QueueConfiguration;

/** The outbound groups as the role runs them: their tokens, their dead letters, their outages. */
class OutboundGroupsIT {

  private final AtomicInteger failedBatches = new AtomicInteger();
  private Tunnel tunnel;
  private AnnotationConfigApplicationContext context;
  private Configuration axon;
  private String url;

  @BeforeEach
  void start() {
    EventBridgePart bus = TestParts.eventBridge();
    bus.forget();
    tunnel = new Tunnel(TestParts.sqs().endpoint());
    try (var direct = Parts.context(Map.of(), QueueConfiguration.class)) {
      url = Parts.queue(direct.getBean(SqsClient.class), 3);
    }
    String through = url.replace(TestParts.sqs().endpoint(), tunnel.endpoint());
    context =
        Parts.context(
            Map.of(
                "lexohub.sqs.endpoint",
                tunnel.endpoint(),
                "lexohub.sqs.pdf-queue-url",
                through,
                "lexohub.aws.attempts",
                "1"),
            QueueConfiguration.class,
            EventBridgeConfiguration.class);
    ConfigurerModule groups = new ProcessConfiguration().processGroups();
    var configurer =
        DefaultConfigurer.defaultConfiguration()
            .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine());
    configurer
        .eventProcessing()
        .usingPooledStreamingEventProcessors()
        .registerDefaultDeadLetterPolicy(
            configuration -> new FailurePolicy(List.of(new ProcessConfiguration().undelivered())))
        .registerDefaultListenerInvocationErrorHandler(
            configuration -> PropagatingErrorHandler.instance())
        .registerDefaultErrorHandler(
            configuration ->
                failure -> {
                  failedBatches.incrementAndGet();
                  PropagatingErrorHandler.INSTANCE.handleError(failure);
                });
    for (String group : List.of("pdf-queue", "event-bridge")) {
      configurer
          .eventProcessing()
          .registerDeadLetterQueue(
              group,
              configuration -> InMemorySequencedDeadLetterQueue.<EventMessage<?>>defaultQueue());
    }
    groups.configureModule(configurer);
    configurer
        .registerEventHandler(configuration -> context.getBean("pdfQueue"))
        .registerEventHandler(configuration -> context.getBean("eventBridgePublisher"));
    axon = configurer.buildConfiguration();
  }

  @AfterEach
  void stop() {
    axon.shutdown();
    context.close();
    tunnel.close();
  }

  private void publish(Object event) {
    axon.eventStore().publish(new GenericEventMessage<>(event, Map.of("tenant", "adv-1")));
  }

  private List<Message> received() {
    return context
        .getBean(SqsClient.class)
        .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
        .messages();
  }

  private long parked(String group) {
    return axon.eventProcessingConfiguration()
        .deadLetterQueue(group)
        .map(SequencedDeadLetterQueue::size)
        .orElseThrow();
  }

  @Test
  void what_was_appended_before_the_first_start_is_handed_on() {
    publish(new InvoicePdfRequested(Walk.INVOICE, PdfKind.DRAFT, 1));
    axon.start();

    await().atMost(Parts.PATIENCE).until(() -> received().size() == 1);
  }

  @Test
  void an_outage_parks_nothing_and_loses_nothing() {
    axon.start();
    tunnel.cut();
    publish(new InvoicePdfRequested(Walk.INVOICE, PdfKind.DRAFT, 1));
    await().atMost(Parts.PATIENCE).until(() -> failedBatches.get() > 1);
    tunnel.open();

    await().atMost(Parts.PATIENCE).until(() -> received().size() == 1);
    assertThat(parked("pdf-queue")).isZero();
  }

  @Test
  void an_event_that_is_refused_for_good_is_parked_and_others_go_on() {
    TestParts.eventBridge().failNextEntries(1, "MalformedDetail");
    axon.start();
    publish(Walk.accepted());
    await().atMost(Parts.PATIENCE).until(() -> parked("event-bridge") == 1);
    publish(Walk.paid());

    await().atMost(Parts.PATIENCE).until(() -> TestParts.eventBridge().accepted().size() == 1);
    assertThat(TestParts.eventBridge().accepted().getFirst().detailType()).isEqualTo("InvoicePaid");
    assertThat(parked("event-bridge")).isEqualTo(1);
  }

  @Test
  void a_replay_is_refused() {
    axon.start();
    PooledStreamingEventProcessor processor = processor("pdf-queue");
    processor.shutDown();

    assertThat(processor.supportsReset()).isFalse();
    assertThatThrownBy(processor::resetTokens).isInstanceOf(RuntimeException.class);
  }

  private PooledStreamingEventProcessor processor(String group) {
    return axon.eventProcessingConfiguration()
        .eventProcessor(group, PooledStreamingEventProcessor.class)
        .orElseThrow();
  }
}
