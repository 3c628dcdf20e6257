package za.lexohub.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataKeys;
import za.lexohub.vault.SubjectKeys.SubjectKey;

/**
 * The keys a node has in memory, none of them longer than a given time: so long after its
 * destruction a key may still open something on another node, and no longer.
 */
final class KeyCache implements PersonalDataKeys {

  /** What is read once takes milliseconds; a clock that jumps is not the one that counts here. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final int CACHED_KEYS = 10_000;

  private record Subject(TenantId tenant, UUID id) {}

  private final SubjectKeys keys;
  private final Duration cachedFor;
  private final Cache<Subject, SubjectKey> bySubject;
  private final Cache<Subject, SubjectKey> byKeyId;

  KeyCache(SubjectKeys keys, Duration cachedFor) {
    this.keys = keys;
    this.cachedFor = cachedFor;
    this.bySubject = cache(cachedFor);
    this.byKeyId = cache(cachedFor);
  }

  private static Cache<Subject, SubjectKey> cache(Duration cachedFor) {
    return Caffeine.newBuilder().maximumSize(CACHED_KEYS).expireAfterWrite(cachedFor).build();
  }

  /** To seal with. */
  SubjectKey of(TenantId tenant, UUID subjectId) {
    return bySubject.get(new Subject(tenant, subjectId), s -> keys.liveOrNew(s.tenant(), s.id()));
  }

  /** To open with. */
  Optional<SubjectKey> find(TenantId tenant, UUID keyId) {
    return Optional.ofNullable(
        byKeyId.get(new Subject(tenant, keyId), s -> keys.find(s.tenant(), s.id()).orElse(null)));
  }

  @Override
  public boolean destroy(TenantId tenant, Collection<UUID> subjectIds) {
    boolean gone = keys.destroy(tenant, subjectIds, cachedFor.plus(MARGIN));
    bySubject.invalidateAll();
    byKeyId.invalidateAll();
    return gone;
  }
}
