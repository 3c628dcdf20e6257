package za.lexohub.vault;

import java.util.Map;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/**
 * What a wrapped key is for: it can be unwrapped for nothing else.
 *
 * @param purpose names and values that stand in clear where keys are used, so ids alone
 */
record KeyOwner(UUID keyId, Map<String, String> purpose) {

  static KeyOwner subject(TenantId tenant, UUID subjectId, UUID keyId) {
    return new KeyOwner(
        keyId,
        Map.of("tenant", tenant.value(), "subject", subjectId.toString(), "key", keyId.toString()));
  }

  static KeyOwner secret(String name, UUID keyId) {
    return new KeyOwner(keyId, Map.of("secret", name, "key", keyId.toString()));
  }
}
