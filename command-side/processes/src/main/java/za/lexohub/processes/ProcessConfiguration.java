package za.lexohub.processes;

import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.messages.processing.PassingFailure;
import za.lexohub.processes.aws.NotDelivered;
import za.lexohub.processes.billing.BillingConfiguration;
import za.lexohub.processes.billing.BillingProcesses;
import za.lexohub.processes.clientmoney.ClientMoneyProcesses;
import za.lexohub.processes.deadlines.DeadlinesConfiguration;
import za.lexohub.processes.delivery.DeliveryConfiguration;
import za.lexohub.processes.erasure.ErasureConfiguration;
import za.lexohub.processes.eventbridge.EventBridgeConfiguration;
import za.lexohub.processes.promises.PromisesProcesses;
import za.lexohub.processes.queue.QueueConfiguration;
import za.lexohub.processes.redrive.RedriveConfiguration;
import za.lexohub.processes.work.WorkProcesses;

/**
 * The role {@code process}: sagas conduct, publishers hand work and news on.
 *
 * <p>All of them read from the first event on, as live events: a plain token at the tail. Axon
 * would start a saga at the head, which skips what was appended before the first process node came
 * up, and a handler with a replay up to the head, which a publisher ignores. For that reason a
 * group that is added to a log with a history needs a token of its own at the head, written by the
 * migration that comes with it; without one it would send the whole history.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  BillingConfiguration.class,
  DeliveryConfiguration.class,
  DeadlinesConfiguration.class,
  QueueConfiguration.class,
  EventBridgeConfiguration.class,
  ErasureConfiguration.class,
  WorkProcesses.class,
  BillingProcesses.class,
  ClientMoneyProcesses.class,
  PromisesProcesses.class,
  RedriveConfiguration.class
})
public class ProcessConfiguration {

  private static final List<String> SAGAS =
      List.of(
          "billing-saga",
          "invoice-delivery-saga",
          "pro-forma-delivery-saga",
          "invoice-overdue-saga",
          "pro-forma-expiry-saga",
          "erasure-saga",
          "invoice-draft-saga",
          "reminder-saga",
          "prescription-saga",
          "scope-saga",
          "retainer-term-saga",
          "matter-approval-saga");

  /**
   * These write letters of what happens from now on: a log with a history sends nobody old ones.
   */
  private static final List<String> FROM_NOW_ON = List.of("receipt-saga");

  private static final List<String> OUTBOUND =
      List.of("pdf-queue", "email-queue", "event-bridge", "document-erasure", "batch-queue");

  /**
   * One call at a time: a call with its attempts takes up to six seconds, and a batch that lasts
   * longer than ten, the claim of its segment, is done by another node as well. It also keeps what
   * is repeated after a failure to the one event that failed.
   */
  private static final int OUTBOUND_BATCH = 1;

  @Bean
  ConfigurerModule processGroups() {
    return configurer -> {
      var processing = configurer.eventProcessing();
      for (String group : SAGAS) {
        processing.registerPooledStreamingEventProcessorConfiguration(
            group,
            (configuration, builder) ->
                builder.initialToken(StreamableMessageSource::createTailToken));
      }
      for (String group : FROM_NOW_ON) {
        processing.registerPooledStreamingEventProcessorConfiguration(
            group,
            (configuration, builder) ->
                builder.initialToken(StreamableMessageSource::createHeadToken));
      }
      for (String group : OUTBOUND) {
        processing.registerPooledStreamingEventProcessorConfiguration(
            group,
            (configuration, builder) ->
                builder
                    .initialToken(StreamableMessageSource::createTailToken)
                    .batchSize(OUTBOUND_BATCH));
      }
    };
  }

  @Bean
  PassingFailure undelivered() {
    return NotDelivered.class::isInstance;
  }
}
