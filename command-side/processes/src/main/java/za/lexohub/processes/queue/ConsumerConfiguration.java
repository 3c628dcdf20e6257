package za.lexohub.processes.queue;

import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.sqs.SqsClient;
import za.lexohub.processes.aws.AwsConfiguration;

/** The consumers of the work queues; they need a {@link Worker} for each message. */
@Configuration(proxyBeanMethods = false)
@Import(AwsConfiguration.class)
@EnableConfigurationProperties({QueueUrls.class, ConsumerLimits.class})
public class ConsumerConfiguration {

  @Bean
  QueueTrace queueTrace(ObjectProvider<OpenTelemetry> traces) {
    return new QueueTrace(traces.getIfAvailable(OpenTelemetry::noop));
  }

  @Bean
  QueueConsumer<GeneratePdf> pdfConsumer(
      SqsClient sqs,
      QueueUrls urls,
      ConsumerLimits limits,
      Worker<GeneratePdf> worker,
      QueueTrace trace) {
    var work = new MessageWork<>(GeneratePdf.TYPE, GeneratePdf.class, worker);
    return new QueueConsumer<>("pdf-consumer", sqs, urls.pdfQueueUrl(), limits, work, trace);
  }

  @Bean
  QueueConsumer<SendEmail> emailConsumer(
      SqsClient sqs,
      QueueUrls urls,
      ConsumerLimits limits,
      Worker<SendEmail> worker,
      QueueTrace trace) {
    var work = new MessageWork<>(SendEmail.TYPE, SendEmail.class, worker);
    return new QueueConsumer<>("email-consumer", sqs, urls.emailQueueUrl(), limits, work, trace);
  }

  @Bean
  QueueConsumer<BatchInvoices> batchConsumer(
      SqsClient sqs,
      QueueUrls urls,
      ConsumerLimits limits,
      Worker<BatchInvoices> worker,
      QueueTrace trace) {
    var work = new MessageWork<>(BatchInvoices.TYPE, BatchInvoices.class, worker);
    return new QueueConsumer<>("batch-consumer", sqs, urls.batchQueueUrl(), limits, work, trace);
  }

  /** Only where somebody has Amazon SES tell about returned mail. */
  @Bean
  @ConditionalOnProperty("lexohub.sqs.bounce-queue-url")
  QueueConsumer<MailBounce> bounceConsumer(
      SqsClient sqs,
      @Value("${lexohub.sqs.bounce-queue-url}") String url,
      ConsumerLimits limits,
      Worker<MailBounce> worker,
      QueueTrace trace) {
    var work = new MessageWork<>(MailBounce.TYPE, MailBounce.class, worker);
    return new QueueConsumer<>("bounce-consumer", sqs, url, limits, work, trace);
  }

  /** Only where the event bus hands its events to a queue. */
  @Bean
  @ConditionalOnProperty("lexohub.sqs.analytics-queue-url")
  QueueConsumer<BusEvent> analyticsConsumer(
      SqsClient sqs,
      @Value("${lexohub.sqs.analytics-queue-url}") String url,
      ConsumerLimits limits,
      Worker<BusEvent> worker,
      QueueTrace trace) {
    var work = new MessageWork<>(BusEvent.class, worker);
    return new QueueConsumer<>("analytics-consumer", sqs, url, limits, work, trace);
  }
}
