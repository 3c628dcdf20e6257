package za.lexohub.messages.party;

import java.util.Collection;
import java.util.UUID;
import za.lexohub.messages.TenantId;

/**
 * Destroys the keys of data subjects. What they sealed cannot be opened again by anybody, and
 * nothing is ever sealed for these subjects again: {@link PersonalDataVault#seal} and {@code
 * DocumentSealing#seal} refuse them with {@link za.lexohub.messages.Rule#PERSONAL_DATA_ERASED}.
 */
public interface PersonalDataKeys {

  /**
   * Durable when it returns; repeating it changes nothing. A subject without a key is erased too.
   *
   * @return whether no node can hold one of these keys in memory any more; otherwise that will be
   *     so a while later, and asking again tells
   * @throws PersonalDataVault.VaultUnavailable when the keys cannot be reached; that may pass
   */
  boolean destroy(TenantId tenant, Collection<UUID> subjectIds);
}
