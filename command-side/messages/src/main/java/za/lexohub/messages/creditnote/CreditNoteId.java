package za.lexohub.messages.creditnote;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A credit note or a debit note. */
public record CreditNoteId(@JsonValue UUID value) {

  @JsonCreator
  public CreditNoteId {}

  public static CreditNoteId random() {
    return new CreditNoteId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static CreditNoteId of(String uuid) {
    return new CreditNoteId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
