package za.lexohub.processes.queue;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.sqs.SqsClient;
import za.lexohub.processes.aws.AwsConfiguration;

/** The publishers to the work queues. */
@Configuration(proxyBeanMethods = false)
@Import(AwsConfiguration.class)
@EnableConfigurationProperties(QueueUrls.class)
public class QueueConfiguration {

  @Bean
  PdfQueue pdfQueue(SqsClient sqs, QueueUrls urls) {
    return new PdfQueue(new WorkQueue(sqs, urls.pdfQueueUrl()));
  }

  @Bean
  EmailQueue emailQueue(SqsClient sqs, QueueUrls urls) {
    return new EmailQueue(new WorkQueue(sqs, urls.emailQueueUrl()));
  }

  @Bean
  BatchQueue batchQueue(SqsClient sqs, QueueUrls urls) {
    return new BatchQueue(new WorkQueue(sqs, urls.batchQueueUrl()));
  }
}
