package za.lexohub.messages.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A payment on an invoice; given by the caller, so that a repeat is recognised. */
public record PaymentId(@JsonValue UUID value) {

  @JsonCreator
  public PaymentId {}

  public static PaymentId random() {
    return new PaymentId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static PaymentId of(String uuid) {
    return new PaymentId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
