package za.lexohub.sessions;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** How both tables are asked, and how their items are read. */
final class Table {

  private Table() {}

  /** The answer, or {@link SessionsUnavailable}. */
  static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException away) {
      throw new SessionsUnavailable("DynamoDB does not answer", away);
    }
  }

  /** Whether a write's condition held; {@link SessionsUnavailable} when nobody can say. */
  static boolean write(Runnable conditional) {
    return ask(
        () -> {
          try {
            conditional.run();
            return true;
          } catch (ConditionalCheckFailedException no) {
            return false;
          }
        });
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** Seconds since 1970, as the time to live of a table wants it. */
  static AttributeValue time(Instant value) {
    return AttributeValue.fromN(Long.toString(value.getEpochSecond()));
  }

  /** Milliseconds since 1970. */
  static AttributeValue moment(Instant value) {
    return AttributeValue.fromN(Long.toString(value.toEpochMilli()));
  }

  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  static @Nullable Instant moment(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.n() == null
        ? null
        : Instant.ofEpochMilli(Long.parseLong(value.n()));
  }
}
