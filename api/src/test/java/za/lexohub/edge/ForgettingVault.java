package za.lexohub.edge;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/** Seals for everybody whom a test has not erased, and opens nothing. */
final class ForgettingVault implements PersonalDataVault {
  final Set<UUID> erased = ConcurrentHashMap.newKeySet();

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    if (erased.contains(subjectId)) {
      throw new RuleViolated(Rule.PERSONAL_DATA_ERASED, "it is erased");
    }
    return new PersonalData(subjectId, new UUID(0, 1), "nonce", "sealed");
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
    return Optional.empty();
  }
}
