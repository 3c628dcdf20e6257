package za.lexohub.messages.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An agreement between advocate and client about a brief. */
public record AgreementId(@JsonValue UUID value) {

  @JsonCreator
  public AgreementId {}

  public static AgreementId random() {
    return new AgreementId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static AgreementId of(String uuid) {
    return new AgreementId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
