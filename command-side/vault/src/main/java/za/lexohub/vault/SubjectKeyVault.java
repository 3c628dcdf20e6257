package za.lexohub.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.vault.SubjectKeys.SubjectKey;

/** Seals JSON under the subject's key. */
class SubjectKeyVault implements PersonalDataVault {

  private final KeyCache keys;
  private final JsonMapper json = JsonMapper.builder().build();

  SubjectKeyVault(KeyCache keys) {
    this.keys = keys;
  }

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    SubjectKey key = keys.of(tenant, subjectId);
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
    Optional<SubjectKey> key = keys.find(tenant, sealed.keyId());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] plain =
        AesGcm.decrypt(
            key.get().secret(),
            base64.decode(sealed.nonce()),
            authenticated(tenant, sealed.subjectId(), sealed.keyId()),
            base64.decode(sealed.ciphertext()));
    return Optional.of(json.readValue(plain, type));
  }

  private static byte[] authenticated(TenantId tenant, UUID subjectId, UUID keyId) {
    return (tenant + "|" + subjectId + "|" + keyId).getBytes(StandardCharsets.UTF_8);
  }
}
