package za.lexohub.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

/**
 * A master key that never leaves AWS KMS, which authenticates with each wrapped key whose it is
 * (encryption context). KMS's own yearly rotation changes nothing here.
 *
 * <p>What was unwrapped is remembered for a bounded time, so that a node goes on with the keys it
 * works with while KMS is away. A destroyed key is not opened by that: who looks for it asks its
 * row first, every {@code lexohub.keys.cached-for}.
 */
final class KmsMasterKey implements MasterKey {

  /** Not an alias: which key has wrapped must not depend on where a name leads today. */
  private static final Pattern ARN =
      Pattern.compile("(arn:aws[a-z-]*:kms:)[a-z0-9-]+(:[0-9]{12}:key/[A-Za-z0-9-]{1,128})");

  /** How KMS begins the id of a key that stands in several regions, the same in each. */
  private static final String MULTI_REGION = ":key/mrk-";

  private static final int REMEMBERED_KEYS = 10_000;

  /** Two calls a key, of some ten milliseconds each. */
  private static final int BATCH = 50;

  private record Wrapped(UUID id, ByteBuffer bytes) {}

  private final Supplier<KmsClient> kms;
  private final String arn;
  private final String fingerprint;
  private final Cache<Wrapped, byte[]> remembered;

  /**
   * @param kms first asked when there is something to wrap
   * @throws IllegalStateException when this is no key's ARN
   */
  KmsMasterKey(Supplier<KmsClient> kms, String arn, Duration remembered) {
    Matcher parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw new IllegalStateException(
          "'"
              + arn
              + "' is not the ARN of a key of KMS, such as"
              + " arn:aws:kms:af-south-1:111122223333:key/...; aliases are not taken.");
    }
    this.kms = kms;
    this.arn = arn;
    this.fingerprint = arn.contains(MULTI_REGION) ? parts.group(1) + "*" + parts.group(2) : arn;
    this.remembered =
        Caffeine.newBuilder().maximumSize(REMEMBERED_KEYS).expireAfterWrite(remembered).build();
  }

  /** The ARN; without the region where the key is the same in others, so that a replica opens. */
  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public byte[] wrap(KeyOwner owner, byte[] key) {
    byte[] wrapped =
        reached(
            () ->
                kms.get()
                    .encrypt(
                        request ->
                            request
                                .keyId(arn)
                                .plaintext(SdkBytes.fromByteArray(key))
                                .encryptionContext(owner.purpose()))
                    .ciphertextBlob()
                    .asByteArray());
    remembered.put(new Wrapped(owner.keyId(), ByteBuffer.wrap(wrapped)), key.clone());
    return wrapped;
  }

  @Override
  public byte[] unwrap(KeyOwner owner, byte[] wrapped) {
    Wrapped asked = new Wrapped(owner.keyId(), ByteBuffer.wrap(wrapped.clone()));
    byte[] known = remembered.getIfPresent(asked);
    if (known != null) {
      return known.clone();
    }
    byte[] key =
        reached(
            () ->
                kms.get()
                    .decrypt(
                        request ->
                            request
                                .keyId(arn)
                                .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                                .encryptionContext(owner.purpose()))
                    .plaintext()
                    .asByteArray());
    remembered.put(asked, key.clone());
    return key;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  private byte[] reached(Supplier<byte[]> call) {
    try {
      return call.get();
    } catch (InvalidCiphertextException | IncorrectKeyException e) {
      throw new IllegalArgumentException(
          "the wrapped key was altered, or was wrapped for somebody else", e);
    } catch (KmsException e) {
      // Also a key that is disabled, about to be deleted or not ours to use: until that is mended.
      throw new VaultUnavailable(
          "KMS does not use the key " + arn + " now: " + e.awsErrorDetails().errorCode(), e);
    } catch (SdkException e) {
      throw new VaultUnavailable("KMS does not answer", e);
    }
  }
}
