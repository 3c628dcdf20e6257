package za.lexohub.messages.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An amendment of the scope or estimate of a matter. */
public record AmendmentId(@JsonValue UUID value) {

  @JsonCreator
  public AmendmentId {}

  public static AmendmentId random() {
    return new AmendmentId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static AmendmentId of(String uuid) {
    return new AmendmentId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
