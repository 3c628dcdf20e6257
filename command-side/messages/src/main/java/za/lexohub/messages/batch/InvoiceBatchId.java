package za.lexohub.messages.batch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One request to invoice many. */
public record InvoiceBatchId(@JsonValue UUID value) {

  @JsonCreator
  public InvoiceBatchId {}

  public static InvoiceBatchId random() {
    return new InvoiceBatchId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static InvoiceBatchId of(String uuid) {
    return new InvoiceBatchId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
