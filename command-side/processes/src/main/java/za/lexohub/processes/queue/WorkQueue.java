package za.lexohub.processes.queue;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.processes.aws.NotDelivered;
import za.lexohub.processes.aws.RefusedForGood;
import za.lexohub.processes.aws.WireFormat;

/** Puts messages on one queue: each at least once, or it throws. */
final class WorkQueue {

  private final SqsClient sqs;
  private final String url;

  WorkQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * @param attributes beside the correlation id, which the worker's commands will carry, and what
   *     ties it to the trace of the event that is being handled
   */
  void put(Object message, Map<String, String> attributes, @Nullable String correlationId) {
    Map<String, MessageAttributeValue> all = new HashMap<>();
    QueueTrace.origin().forEach((name, value) -> all.put(name, attribute(value)));
    attributes.forEach((name, value) -> all.put(name, attribute(value)));
    if (correlationId != null) {
      all.put(MetadataKeys.CORRELATION_ID, attribute(correlationId));
    }
    String body = WireFormat.withoutNulls(message);
    try {
      sqs.sendMessage(request -> request.queueUrl(url).messageBody(body).messageAttributes(all));
    } catch (InvalidMessageContentsException e) {
      throw new RefusedForGood("SQS refuses a message for " + url, e);
    } catch (SdkException e) {
      throw new NotDelivered("SQS did not take a message for " + url, e);
    }
  }

  private static MessageAttributeValue attribute(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
