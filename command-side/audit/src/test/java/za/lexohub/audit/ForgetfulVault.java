package za.lexohub.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/** Seals without secrecy, and forgets subjects on demand. */
public final class ForgetfulVault implements PersonalDataVault {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Set<UUID> forgotten = new HashSet<>();

  public void forget(UUID subjectId) {
    forgotten.add(subjectId);
  }

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    byte[] text = JSON.writeValueAsString(plain).getBytes(StandardCharsets.UTF_8);
    return new PersonalData(
        subjectId, new UUID(0, 1), "nonce", Base64.getEncoder().encodeToString(text));
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
    return forgotten.contains(sealed.subjectId())
        ? Optional.empty()
        : Optional.of(JSON.readValue(Base64.getDecoder().decode(sealed.ciphertext()), type));
  }
}
