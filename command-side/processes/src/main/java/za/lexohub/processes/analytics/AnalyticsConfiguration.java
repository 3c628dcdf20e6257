package za.lexohub.processes.analytics;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.processes.queue.BusEvent;
import za.lexohub.processes.queue.Worker;

/** The worker of the queue that the event bus fills, where there is one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lexohub.sqs.analytics-queue-url")
public class AnalyticsConfiguration {

  @Bean
  Worker<BusEvent> analyticsWorker(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new AnalyticsWorker(new TrackedEvents(jdbc, new TransactionTemplate(transactions)));
  }
}
