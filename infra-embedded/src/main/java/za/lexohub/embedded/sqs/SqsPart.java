package za.lexohub.embedded.sqs;

import java.util.List;
import java.util.Map;
import za.lexohub.embedded.part.Http;
import za.lexohub.embedded.part.Part;

/**
 * An SQS server with the queues of the workers. A message that was received {@value
 * #MAX_RECEIVE_COUNT} times without being deleted moves to the queue of the same name with {@code
 * -dlq} behind it.
 */
public interface SqsPart extends Part {

  String PDF_QUEUE = "lexohub-pdf";
  String EMAIL_QUEUE = "lexohub-email";
  String BATCH_QUEUE = "lexohub-batch";

  /** What the event bus hands on. */
  String ANALYTICS_QUEUE = "lexohub-analytics";

  List<String> QUEUES = List.of(PDF_QUEUE, EMAIL_QUEUE, BATCH_QUEUE, ANALYTICS_QUEUE);
  int MAX_RECEIVE_COUNT = 5;

  /** Where clients connect, as {@code http://host:port}. */
  String endpoint();

  default String queueUrl(String queue) {
    return endpoint() + "/000000000000/" + queue;
  }

  /** Ready means that every queue is there. */
  @Override
  default boolean isReady() {
    return QUEUES.stream()
        .allMatch(
            queue ->
                Http.status(
                        "GET",
                        endpoint() + "/?Action=GetQueueUrl&Version=2012-11-05&QueueName=" + queue)
                    == 200);
  }

  @Override
  default String address() {
    return endpoint();
  }

  @Override
  default Map<String, String> properties() {
    return Map.of(
        "lexohub.sqs.endpoint", endpoint(),
        "lexohub.sqs.pdf-queue-url", queueUrl(PDF_QUEUE),
        "lexohub.sqs.email-queue-url", queueUrl(EMAIL_QUEUE),
        "lexohub.sqs.batch-queue-url", queueUrl(BATCH_QUEUE),
        "lexohub.sqs.analytics-queue-url", queueUrl(ANALYTICS_QUEUE));
  }
}
