package za.lexohub.messages.matter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A matter: a brief on which the advocate works. */
public record MatterId(@JsonValue UUID value) {

  @JsonCreator
  public MatterId {}

  public static MatterId random() {
    return new MatterId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static MatterId of(String uuid) {
    return new MatterId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
