package za.lexohub.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataKeys;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;
import za.lexohub.vault.SubjectKeys.SubjectKey;

/**
 * The keys a node has in memory, none of them longer than a given time: so long after its
 * destruction a key may still open something on another node, and no longer. The time counts from
 * before the key was read, so that a reader that was held up cannot make it longer.
 */
final class KeyCache implements PersonalDataKeys {

  /** How long a reading may take; a clock that jumps is not the one that counts here. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final int CACHED_KEYS = 10_000;

  private record Subject(TenantId tenant, UUID id) {}

  /** A key, and the nanoseconds of the clock before it was asked for. */
  private record Read(SubjectKey key, long since) {}

  private final SubjectKeys keys;
  private final Duration cachedFor;
  private final LongSupplier nanos;
  private final Cache<Subject, Read> bySubject;
  private final Cache<Subject, Read> byKeyId;

  KeyCache(SubjectKeys keys, Duration cachedFor) {
    this(keys, cachedFor, System::nanoTime);
  }

  KeyCache(SubjectKeys keys, Duration cachedFor, LongSupplier nanos) {
    this.keys = keys;
    this.cachedFor = cachedFor;
    this.nanos = nanos;
    this.bySubject = cache(cachedFor);
    this.byKeyId = cache(cachedFor);
  }

  private static Cache<Subject, Read> cache(Duration cachedFor) {
    return Caffeine.newBuilder().maximumSize(CACHED_KEYS).expireAfterWrite(cachedFor).build();
  }

  /** To seal with. */
  SubjectKey of(TenantId tenant, UUID subjectId) {
    return known(
            bySubject,
            new Subject(tenant, subjectId),
            s -> Optional.of(keys.liveOrNew(s.tenant(), s.id())))
        .orElseThrow();
  }

  /** To open with. */
  Optional<SubjectKey> find(TenantId tenant, UUID keyId) {
    return known(byKeyId, new Subject(tenant, keyId), s -> keys.find(s.tenant(), s.id()));
  }

  private Optional<SubjectKey> known(
      Cache<Subject, Read> cache, Subject subject, Function<Subject, Optional<SubjectKey>> source) {
    Read read = cache.get(subject, s -> read(s, source));
    if (read != null && olderThan(cachedFor, read)) {
      cache.asMap().remove(subject, read);
      read = cache.get(subject, s -> read(s, source));
      if (read != null && olderThan(cachedFor.plus(MARGIN), read)) {
        cache.asMap().remove(subject, read);
        throw new VaultUnavailable("the keys of personal data cannot be read in time", null);
      }
    }
    return Optional.ofNullable(read).map(Read::key);
  }

  private @Nullable Read read(Subject subject, Function<Subject, Optional<SubjectKey>> source) {
    long since = nanos.getAsLong();
    return source.apply(subject).map(key -> new Read(key, since)).orElse(null);
  }

  private boolean olderThan(Duration age, Read read) {
    return nanos.getAsLong() - read.since() > age.toNanos();
  }

  @Override
  public boolean destroy(TenantId tenant, Collection<UUID> subjectIds) {
    boolean gone = keys.destroy(tenant, subjectIds, cachedFor.plus(MARGIN));
    bySubject.invalidateAll();
    byKeyId.invalidateAll();
    return gone;
  }
}
