package za.lexohub.messages.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One processing group: a read model, or another reader of the log. */
public record ReadModelId(@JsonValue UUID value) {

  @JsonCreator
  public ReadModelId {}

  /** The same id whenever the same group is named. */
  public static ReadModelId ofGroup(String group) {
    return new ReadModelId(
        UUID.nameUUIDFromBytes(("read-model/" + group).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
