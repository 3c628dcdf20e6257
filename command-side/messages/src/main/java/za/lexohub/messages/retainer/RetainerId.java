package za.lexohub.messages.retainer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A retainer agreed for a matter. */
public record RetainerId(@JsonValue UUID value) {

  @JsonCreator
  public RetainerId {}

  public static RetainerId random() {
    return new RetainerId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static RetainerId of(String uuid) {
    return new RetainerId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
