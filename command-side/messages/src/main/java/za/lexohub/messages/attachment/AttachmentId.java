package za.lexohub.messages.attachment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A document added to a matter or an invoice. */
public record AttachmentId(@JsonValue UUID value) {

  @JsonCreator
  public AttachmentId {}

  public static AttachmentId random() {
    return new AttachmentId(UUID.randomUUID());
  }

  /** The same id whenever the same text is given. */
  public static AttachmentId of(String uuid) {
    return new AttachmentId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
