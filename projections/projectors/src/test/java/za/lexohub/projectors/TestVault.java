package za.lexohub.projectors;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/** A vault that keeps plain values in memory, and forgets a subject when told to. */
public final class TestVault implements PersonalDataVault {

  private final Map<String, Object> sealed = new ConcurrentHashMap<>();
  private final Set<UUID> erased = new HashSet<>();

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    String nonce = UUID.randomUUID().toString();
    sealed.put(tenant + nonce, plain);
    return new PersonalData(subjectId, subjectId, nonce, "");
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData data, Class<T> type) {
    return erased.contains(data.subjectId())
        ? Optional.empty()
        : Optional.ofNullable(type.cast(sealed.get(tenant + data.nonce())));
  }

  public void eraseEverything() {
    sealed.clear();
  }

  public void erase(UUID subjectId) {
    erased.add(subjectId);
  }
}
