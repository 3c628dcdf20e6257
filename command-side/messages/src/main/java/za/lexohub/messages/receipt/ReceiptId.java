package za.lexohub.messages.receipt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Money received and not yet allocated in full. */
public record ReceiptId(@JsonValue UUID value) {

  @JsonCreator
  public ReceiptId {}

  public static ReceiptId random() {
    return new ReceiptId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static ReceiptId of(String uuid) {
    return new ReceiptId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
