package za.lexohub.messages.practice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/** The practice of an advocate, who is the tenant; not the data subject of the same person. */
public record AdvocateId(@JsonValue UUID value) {

  @JsonCreator
  public AdvocateId {}

  /** The one practice of a tenant. */
  public static AdvocateId of(TenantId tenant) {
    return new AdvocateId(
        UUID.nameUUIDFromBytes((tenant + "/practice").getBytes(StandardCharsets.UTF_8)));
  }

  /** The same id whenever the same text is given. */
  public static AdvocateId of(String uuid) {
    return new AdvocateId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
