package za.lexohub.messages.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import za.lexohub.messages.proforma.ProFormaId;

/** An invoice. */
public record InvoiceId(@JsonValue UUID value) {

  @JsonCreator
  public InvoiceId {}

  public static InvoiceId random() {
    return new InvoiceId(UUID.randomUUID());
  }

  /** The id of the invoice that this round of billing makes from a pro forma: always the same. */
  public static InvoiceId forProForma(ProFormaId proFormaId, int round) {
    return new InvoiceId(
        UUID.nameUUIDFromBytes(
            (proFormaId + "/invoice/" + round).getBytes(StandardCharsets.UTF_8)));
  }

  /** The same id whenever the same text is given. */
  public static InvoiceId of(String uuid) {
    return new InvoiceId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
