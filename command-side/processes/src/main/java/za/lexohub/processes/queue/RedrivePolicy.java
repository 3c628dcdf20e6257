package za.lexohub.processes.queue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.core.JacksonException;
import za.lexohub.processes.aws.WireFormat;

/** How often a queue hands out a message before it is moved to the dead-letter queue. */
final class RedrivePolicy {

  private static final Logger log = LoggerFactory.getLogger(RedrivePolicy.class);
  private static final int WITHOUT_END = Integer.MAX_VALUE;

  private final SqsClient sqs;
  private final String url;

  private volatile @Nullable Integer most;

  /** As the queue's attribute says it. */
  private record Policy(int maxReceiveCount) {}

  RedrivePolicy(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /** Asked once; while the queue does not say, no receipt is taken for the last. */
  boolean isLast(int receiveCount) {
    Integer known = most;
    if (known == null) {
      known = ask();
      most = known;
    }
    return known != null && receiveCount >= known;
  }

  private @Nullable Integer ask() {
    try {
      String policy =
          sqs.getQueueAttributes(
                  request ->
                      request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
              .attributes()
              .get(QueueAttributeName.REDRIVE_POLICY);
      return policy == null
          ? WITHOUT_END
          : Integer.valueOf(WireFormat.read(policy, Policy.class).maxReceiveCount());
    } catch (SdkException | JacksonException e) {
      log.warn("{} does not say when it gives a message up: {}", url, e.toString());
      return null;
    }
  }
}
