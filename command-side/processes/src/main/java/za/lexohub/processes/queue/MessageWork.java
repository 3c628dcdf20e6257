package za.lexohub.processes.queue;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import tools.jackson.core.JacksonException;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.processes.aws.WireFormat;

/** Reads a queue's message and hands it to the worker. */
final class MessageWork<T> {

  private final @Nullable String type;
  private final Class<T> shape;
  private final Worker<T> worker;

  /** What every message says of itself; Amazon's own in its own word. */
  private record Envelope(@JsonAlias("notificationType") String type) {}

  /**
   * @param type the only {@code type} that this queue carries
   */
  MessageWork(String type, Class<T> shape, Worker<T> worker) {
    this(shape, worker, type);
  }

  /** For a queue whose messages say nothing of the kind; their shape alone decides. */
  MessageWork(Class<T> shape, Worker<T> worker) {
    this(shape, worker, null);
  }

  private MessageWork(Class<T> shape, Worker<T> worker, @Nullable String type) {
    this.type = type;
    this.shape = shape;
    this.worker = worker;
  }

  /**
   * Throws {@link NotOurs} for what is malformed or of another type, else what the worker throws.
   */
  void work(Message message) throws Exception {
    T content = read(message.body());
    worker.work(content, new Delivery(message.messageId(), correlation(message)));
  }

  private T read(String body) {
    try {
      if (type != null) {
        Envelope envelope = WireFormat.read(body, Envelope.class);
        if (envelope == null || !type.equals(envelope.type())) {
          throw new NotOurs("its type is not " + type);
        }
      }
      T message = WireFormat.read(body, shape);
      if (message == null) {
        throw new NotOurs("there is nothing in it");
      }
      return message;
    } catch (JacksonException e) {
      throw new NotOurs("it is not a " + shape.getSimpleName(), e);
    }
  }

  /** A message that was put there by hand starts a chain of its own. */
  private static String correlation(Message message) {
    MessageAttributeValue value = message.messageAttributes().get(MetadataKeys.CORRELATION_ID);
    return value == null || value.stringValue() == null ? message.messageId() : value.stringValue();
  }
}
