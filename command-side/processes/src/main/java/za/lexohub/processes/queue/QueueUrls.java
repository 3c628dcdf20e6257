package za.lexohub.processes.queue;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the work queues are.
 *
 * @param pdfQueueUrl for {@link GeneratePdf}
 * @param emailQueueUrl for {@link SendEmail}
 * @param batchQueueUrl for {@link BatchInvoices}
 */
@ConfigurationProperties("lexohub.sqs")
public record QueueUrls(String pdfQueueUrl, String emailQueueUrl, String batchQueueUrl) {

  public QueueUrls {
    present("lexohub.sqs.pdf-queue-url", pdfQueueUrl);
    present("lexohub.sqs.email-queue-url", emailQueueUrl);
    present("lexohub.sqs.batch-queue-url", batchQueueUrl);
  }

  private static void present(String property, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(property + " is missing");
    }
  }
}
