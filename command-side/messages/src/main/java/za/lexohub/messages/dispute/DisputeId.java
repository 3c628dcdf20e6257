package za.lexohub.messages.dispute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A dispute about an invoice. */
public record DisputeId(@JsonValue UUID value) {

  @JsonCreator
  public DisputeId {}

  public static DisputeId random() {
    return new DisputeId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static DisputeId of(String uuid) {
    return new DisputeId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
