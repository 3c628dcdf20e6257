package za.lexohub.messages.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/** What one user of one tenant has read and muted. */
public record InboxId(@JsonValue UUID value) {

  @JsonCreator
  public InboxId {}

  /** The one inbox of a user, named by the subject of the token. */
  public static InboxId of(TenantId tenant, String user) {
    return new InboxId(
        UUID.nameUUIDFromBytes((tenant + "/" + user + "/inbox").getBytes(StandardCharsets.UTF_8)));
  }

  /** The same id whenever the same text is given. */
  public static InboxId of(String uuid) {
    return new InboxId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
