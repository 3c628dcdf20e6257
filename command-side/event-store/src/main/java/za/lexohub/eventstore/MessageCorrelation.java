package za.lexohub.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import za.lexohub.messages.MetadataKeys;

/**
 * What a message hands down to those it leads to: whose books, who, why, and the thread that ties
 * them together. The direct cause of each message is the id of the one being handled.
 */
class MessageCorrelation implements CorrelationDataProvider {

  private static final List<String> HANDED_DOWN =
      List.of(
          MetadataKeys.TENANT,
          MetadataKeys.ACTOR_TYPE,
          MetadataKeys.ACTOR_ID,
          MetadataKeys.REASON,
          MetadataKeys.TRACEPARENT,
          MetadataKeys.CLIENT_NETWORK,
          MetadataKeys.IDEMPOTENCY_KEY,
          MetadataKeys.REQUEST_HASH,
          MetadataKeys.TARGET);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new HashMap<>();
    for (String key : HANDED_DOWN) {
      Object value = message.getMetaData().get(key);
      if (value != null) {
        data.put(key, value);
      }
    }
    data.put(
        MetadataKeys.CORRELATION_ID,
        message.getMetaData().getOrDefault(MetadataKeys.CORRELATION_ID, message.getIdentifier()));
    data.put(MetadataKeys.CAUSATION_ID, message.getIdentifier());
    return data;
  }
}
