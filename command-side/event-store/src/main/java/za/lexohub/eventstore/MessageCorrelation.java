package za.lexohub.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import za.lexohub.messages.MetadataKeys;

/**
 * What a message hands down to those it leads to: whose books, who, why, and the thread that ties
 * them together. Commands are not stored, so the cause of an event is the event that led to its
 * command, and only where there is none, the command itself. Why and from where is said of what the
 * caller asked for, not of what sagas make of it later.
 */
class MessageCorrelation implements CorrelationDataProvider {

  private static final List<String> HANDED_DOWN =
      List.of(
          MetadataKeys.TENANT,
          MetadataKeys.ACTOR_TYPE,
          MetadataKeys.ACTOR_ID,
          MetadataKeys.TRACEPARENT);

  private static final List<String> HANDED_TO_EVENTS =
      List.of(
          MetadataKeys.REASON,
          MetadataKeys.CLIENT_NETWORK,
          MetadataKeys.IDEMPOTENCY_KEY,
          MetadataKeys.REQUEST_HASH,
          MetadataKeys.TARGET);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new HashMap<>();
    copy(message, HANDED_DOWN, data);
    if (message instanceof CommandMessage) {
      copy(message, HANDED_TO_EVENTS, data);
    }
    data.put(
        MetadataKeys.CORRELATION_ID,
        message.getMetaData().getOrDefault(MetadataKeys.CORRELATION_ID, message.getIdentifier()));
    data.put(MetadataKeys.CAUSATION_ID, cause(message));
    return data;
  }

  private static Object cause(Message<?> message) {
    return message instanceof CommandMessage
        ? message.getMetaData().getOrDefault(MetadataKeys.CAUSATION_ID, message.getIdentifier())
        : message.getIdentifier();
  }

  private static void copy(Message<?> message, List<String> keys, Map<String, Object> data) {
    for (String key : keys) {
      Object value = message.getMetaData().get(key);
      if (value != null) {
        data.put(key, value);
      }
    }
  }
}
