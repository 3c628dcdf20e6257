package za.lexohub.messages.trust;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/** The trust account of a tenant. */
public record TrustAccountId(@JsonValue UUID value) {

  @JsonCreator
  public TrustAccountId {}

  /** The one trust account of a tenant. */
  public static TrustAccountId of(TenantId tenant) {
    return new TrustAccountId(
        UUID.nameUUIDFromBytes((tenant + "/trust").getBytes(StandardCharsets.UTF_8)));
  }

  /** The same id whenever the same text is given. */
  public static TrustAccountId of(String uuid) {
    return new TrustAccountId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
