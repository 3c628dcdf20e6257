package za.lexohub.projectors.search;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/** Keeps what was sealed in memory; can forget a subject and can be out of reach. */
class MemoryVault implements PersonalDataVault {

  private final Map<UUID, Object> sealed = new ConcurrentHashMap<>();
  private volatile boolean unreachable;

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    UUID key = UUID.randomUUID();
    sealed.put(key, plain);
    return new PersonalData(subjectId, key, "", "");
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData data, Class<T> type) {
    if (unreachable) {
      throw new VaultUnavailable("no keys", new IllegalStateException());
    }
    return Optional.ofNullable(sealed.get(data.keyId())).map(type::cast);
  }

  void forget(PersonalData data) {
    sealed.remove(data.keyId());
  }

  void unreachable(boolean now) {
    unreachable = now;
  }
}
