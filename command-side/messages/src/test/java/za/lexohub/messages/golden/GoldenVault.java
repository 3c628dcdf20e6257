package za.lexohub.messages.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/**
 * Opens what a golden log holds sealed, by the format alone and without a line of the vault: what
 * was sealed once must be opened by every later release. Seals nothing.
 */
public final class GoldenVault implements PersonalDataVault {

  private static final int NONCE_BYTES = 12;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<UUID, byte[]> keys = new HashMap<>();

  GoldenVault(Path folder) throws IOException {
    byte[] master =
        Base64.getDecoder().decode(Files.readString(folder.resolve("master.key")).strip());
    byte[] wrapping = hmac(master, "wrap");
    for (String line : Files.readAllLines(folder.resolve("subject-keys.ndjson"))) {
      JsonNode key = json.readTree(line);
      UUID id = UUID.fromString(key.required("keyId").asString());
      byte[] wrapped = HexFormat.of().parseHex(key.required("wrappedKey").asString());
      keys.put(
          id,
          decrypt(
              wrapping,
              Arrays.copyOf(wrapped, NONCE_BYTES),
              ByteBuffer.allocate(16)
                  .putLong(id.getMostSignificantBits())
                  .putLong(id.getLeastSignificantBits())
                  .array(),
              Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length)));
    }
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
    byte[] key = keys.get(sealed.keyId());
    if (key == null) {
      throw new IllegalStateException("no key " + sealed.keyId() + " was kept");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    String authenticated = tenant + "|" + sealed.subjectId() + "|" + sealed.keyId();
    return Optional.of(
        json.readValue(
            decrypt(
                key,
                base64.decode(sealed.nonce()),
                authenticated.getBytes(StandardCharsets.UTF_8),
                base64.decode(sealed.ciphertext())),
            type));
  }

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    throw new IllegalStateException("whoever reads the past seals nothing");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decrypt(byte[] key, byte[] nonce, byte[] authenticated, byte[] sealed) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(authenticated);
      return cipher.doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value can no longer be opened", e);
    }
  }
}
