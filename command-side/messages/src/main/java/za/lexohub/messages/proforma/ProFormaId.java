package za.lexohub.messages.proforma;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A pro forma, request and quote in one. */
public record ProFormaId(@JsonValue UUID value) {

  @JsonCreator
  public ProFormaId {}

  public static ProFormaId random() {
    return new ProFormaId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static ProFormaId of(String uuid) {
    return new ProFormaId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
