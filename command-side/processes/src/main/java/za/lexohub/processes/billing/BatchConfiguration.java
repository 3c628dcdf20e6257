package za.lexohub.processes.billing;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.processes.queue.BatchInvoices;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.Worker;

/** The worker of the batch queue. */
@Configuration(proxyBeanMethods = false)
public class BatchConfiguration {

  static final String ACTOR = "batch-worker";

  @Bean
  Worker<BatchInvoices> batchInvoicesWorker(EventStore eventStore, CommandGateway gateway) {
    return new BatchInvoicesWorker(eventStore, new OutcomeRecorder(gateway, ACTOR));
  }
}
