package za.lexohub.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.vault.SubjectKeys.SubjectKey;

/**
 * Seals JSON under the subject's key. Keys are cached for minutes, so a destroyed one soon fades.
 */
class SubjectKeyVault implements PersonalDataVault {

  private static final Duration CACHED_FOR = Duration.ofMinutes(5);
  private static final int CACHED_KEYS = 10_000;

  private record Subject(TenantId tenant, UUID id) {}

  private final SubjectKeys keys;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Cache<Subject, SubjectKey> bySubject = cache();
  private final Cache<Subject, SubjectKey> byKeyId = cache();

  SubjectKeyVault(SubjectKeys keys) {
    this.keys = keys;
  }

  private static Cache<Subject, SubjectKey> cache() {
    return Caffeine.newBuilder().maximumSize(CACHED_KEYS).expireAfterWrite(CACHED_FOR).build();
  }

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    SubjectKey key =
        bySubject.get(new Subject(tenant, subjectId), s -> keys.liveOrNew(tenant, subjectId));
    byte[] nonce = AesGcm.nonce();
    byte[] sealed =
        AesGcm.encrypt(
            key.secret(),
            nonce,
            authenticated(tenant, subjectId, key.id()),
            json.writeValueAsBytes(plain));
    Base64.Encoder base64 = Base64.getEncoder();
    return new PersonalData(
        subjectId, key.id(), base64.encodeToString(nonce), base64.encodeToString(sealed));
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
    SubjectKey key =
        byKeyId.get(
            new Subject(tenant, sealed.keyId()),
            s -> keys.find(tenant, sealed.keyId()).orElse(null));
    if (key == null) {
      return Optional.empty();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] plain =
        AesGcm.decrypt(
            key.secret(),
            base64.decode(sealed.nonce()),
            authenticated(tenant, sealed.subjectId(), sealed.keyId()),
            base64.decode(sealed.ciphertext()));
    return Optional.of(json.readValue(plain, type));
  }

  private static byte[] authenticated(TenantId tenant, UUID subjectId, UUID keyId) {
    return (tenant + "|" + subjectId + "|" + keyId).getBytes(StandardCharsets.UTF_8);
  }
}
