package za.lexohub.messages.party;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;

/**
 * Seals and opens personal data. A key is made the first time a subject is sealed for, and is
 * durable before {@link #seal} returns. Throws {@link VaultUnavailable} when keys cannot be
 * reached; that may pass.
 */
public interface PersonalDataVault {

  /**
   * @throws za.lexohub.messages.RuleViolated {@link za.lexohub.messages.Rule#PERSONAL_DATA_ERASED}
   *     when the subject was erased
   */
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
    public VaultUnavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
