package za.lexohub.messages.document;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/**
 * Seals whole papers for everybody whom they name: a paper opens only as long as the key of each of
 * them lives. Throws {@link za.lexohub.messages.party.PersonalDataVault.VaultUnavailable} when keys
 * cannot be reached; that may pass.
 */
public interface DocumentSealing {

  /**
   * @param subjectIds at least one
   * @throws za.lexohub.messages.RuleViolated {@link za.lexohub.messages.Rule#PERSONAL_DATA_ERASED}
   *     when one of them was erased
   */
  byte[] seal(TenantId tenant, Collection<UUID> subjectIds, byte[] paper);

  /**
   * The paper, or empty when one of its subjects was erased.
   *
   * @throws IllegalArgumentException when it was altered or belongs to another tenant
   */
  Optional<byte[]> open(TenantId tenant, byte[] sealed);
}
