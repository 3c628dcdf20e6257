package za.lexohub.processes.redrive;

import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.sqs.SqsClient;
import za.lexohub.processes.queue.QueueConfiguration;
import za.lexohub.processes.queue.QueueUrls;

/** What operators see of the work queues. */
@Configuration(proxyBeanMethods = false)
@Import(QueueConfiguration.class)
public class RedriveConfiguration {

  /**
   * @param bounce blank where nobody tells about returned mail
   * @param analytics blank where nobody reads the bus for the analysts
   */
  @Bean
  QueuesEndpoint queuesEndpoint(
      SqsClient sqs,
      QueueUrls urls,
      @Value("${lexohub.sqs.bounce-queue-url:}") String bounce,
      @Value("${lexohub.sqs.analytics-queue-url:}") String analytics,
      ObjectProvider<EventStore> log) {
    WorkQueues queues =
        new WorkQueues(
            sqs,
            Map.of(
                "pdf", urls.pdfQueueUrl(),
                "email", urls.emailQueueUrl(),
                "batch", urls.batchQueueUrl(),
                "bounce", bounce,
                "analytics", analytics));
    return new QueuesEndpoint(queues, new RedriveRecords(log::getObject));
  }
}
