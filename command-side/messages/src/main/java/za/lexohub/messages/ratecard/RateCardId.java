package za.lexohub.messages.ratecard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A rate card: what a kind of service costs. */
public record RateCardId(@JsonValue UUID value) {

  @JsonCreator
  public RateCardId {}

  public static RateCardId random() {
    return new RateCardId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static RateCardId of(String uuid) {
    return new RateCardId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
