package za.lexohub.messages.party;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/**
 * Seals and opens personal data. A key is made the first time a subject is sealed for, and is
 * durable before {@link #seal} returns. Throws {@link VaultUnavailable} when keys cannot be
 * reached; that may pass.
 */
public interface PersonalDataVault {

  PersonalData seal(TenantId tenant, UUID subjectId, Object plain);

  /**
   * The plain value, or empty when the subject's key was destroyed: the data is erased.
   *
   * @throws IllegalArgumentException when the envelope was altered or belongs to another tenant
   */
  <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type);

  default Party seal(TenantId tenant, UUID subjectId, PartyDetails details) {
    return new Party(
        seal(tenant, subjectId, (Object) details),
        details.email() != null && !details.email().isBlank());
  }

  /** Keys cannot be reached now. */
  final class VaultUnavailable extends RuntimeException {
    public VaultUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
