package za.lexohub.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.DocumentSealing;
import za.lexohub.vault.SubjectKeys.SubjectKey;

/**
 * Seals a paper under a key of its own, which is wrapped under one subject's key after another, so
 * that all of them are needed. Layout: {@code LXP1}, the count of keys in one byte, the key ids,
 * the length of the wrapped key in two bytes, the wrapped key, a nonce, the sealed paper. All
 * before the nonce, and the tenant, are authenticated.
 */
final class PaperVault implements DocumentSealing {

  private static final byte[] MAGIC = "LXP1".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 12;
  private static final int UUID_BYTES = 16;

  private final KeyCache keys;

  PaperVault(KeyCache keys) {
    this.keys = keys;
  }

  @Override
  public byte[] seal(TenantId tenant, Collection<UUID> subjectIds, byte[] paper) {
    List<SubjectKey> subjects =
        subjectIds.stream().distinct().sorted().map(id -> keys.of(tenant, id)).toList();
    if (subjects.isEmpty() || subjects.size() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("a paper is sealed for 1 to 127 subjects");
    }
    byte[] own = AesGcm.random(AesGcm.KEY_BYTES);
    byte[] wrapped = own;
    for (SubjectKey subject : subjects) {
      byte[] nonce = AesGcm.nonce();
      wrapped =
          join(
              nonce, AesGcm.encrypt(subject.secret(), nonce, named(tenant, subject.id()), wrapped));
    }
    ByteBuffer head =
        ByteBuffer.allocate(MAGIC.length + 1 + UUID_BYTES * subjects.size() + 2 + wrapped.length);
    head.put(MAGIC).put((byte) subjects.size());
    for (SubjectKey subject : subjects) {
      head.putLong(subject.id().getMostSignificantBits());
      head.putLong(subject.id().getLeastSignificantBits());
    }
    head.putShort((short) wrapped.length).put(wrapped);
    byte[] nonce = AesGcm.nonce();
    byte[] sealed = AesGcm.encrypt(aes(own), nonce, headed(tenant, head.array()), paper);
    return join(head.array(), join(nonce, sealed));
  }

  @Override
  public Optional<byte[]> open(TenantId tenant, byte[] sealed) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(sealed);
      if (!Arrays.equals(take(bytes, MAGIC.length), MAGIC)) {
        throw altered(null);
      }
      List<UUID> ids = new ArrayList<>();
      for (int count = bytes.get(); count > 0; count--) {
        ids.add(new UUID(bytes.getLong(), bytes.getLong()));
      }
      byte[] wrapped = take(bytes, bytes.getShort());
      byte[] head = Arrays.copyOf(sealed, bytes.position());
      List<SubjectKey> subjects = new ArrayList<>();
      for (UUID id : ids) {
        Optional<SubjectKey> key = keys.find(tenant, id);
        if (key.isEmpty()) {
          return Optional.empty();
        }
        subjects.add(key.get());
      }
      for (SubjectKey subject : subjects.reversed()) {
        wrapped =
            AesGcm.decrypt(
                subject.secret(),
                Arrays.copyOf(wrapped, NONCE_BYTES),
                named(tenant, subject.id()),
                Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length));
      }
      byte[] nonce = take(bytes, NONCE_BYTES);
      return Optional.of(
          AesGcm.decrypt(
              aes(wrapped), nonce, headed(tenant, head), take(bytes, bytes.remaining())));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw altered(e);
    }
  }

  private static IllegalArgumentException altered(@org.jspecify.annotations.Nullable Exception e) {
    return new IllegalArgumentException("the paper was altered, or is not sealed", e);
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  private static byte[] join(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private static byte[] named(TenantId tenant, UUID keyId) {
    return (tenant + "|paper|" + keyId).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] headed(TenantId tenant, byte[] head) {
    return join((tenant + "|").getBytes(StandardCharsets.UTF_8), head);
  }

  private static SecretKey aes(byte[] key) {
    return new SecretKeySpec(key, "AES");
  }
}
