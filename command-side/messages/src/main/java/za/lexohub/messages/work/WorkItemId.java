package za.lexohub.messages.work;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A piece of work on a matter; given by the caller, so that a repeat is recognised. */
public record WorkItemId(@JsonValue UUID value) {

  @JsonCreator
  public WorkItemId {}

  public static WorkItemId random() {
    return new WorkItemId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static WorkItemId of(String uuid) {
    return new WorkItemId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
