package za.lexohub.audit.checkpoint;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;
import za.lexohub.audit.tlog.Note;

/** An Ed25519 key that never leaves AWS KMS (key spec {@code ECC_NIST_EDWARDS25519}). */
final class KmsSigningKey implements SigningKey {

  /** What KMS takes of a message that it hashes itself. */
  private static final int LONGEST = 4096;

  private static final int PUBLIC_BYTES = 32;

  private final Supplier<KmsClient> kms;
  private final String id;
  private volatile byte @Nullable [] known;

  /**
   * @param id of the key, or its ARN
   */
  KmsSigningKey(Supplier<KmsClient> kms, String id) {
    this.kms = kms;
    this.id = id;
  }

  /**
   * @throws AuditObjects.Away when KMS does not answer, or does not use the key now
   * @throws IllegalStateException when it is another kind of key
   */
  @Override
  public byte[] publicKey() {
    byte[] key = known;
    if (key == null) {
      GetPublicKeyResponse answer =
          reached(() -> kms.get().getPublicKey(request -> request.keyId(id)));
      if (answer.keySpec() != KeySpec.ECC_NIST_EDWARDS25519
          || answer.keyUsage() != KeyUsageType.SIGN_VERIFY) {
        throw new IllegalStateException(
            "The key "
                + id
                + " in lexohub.kms.signing-keys signs no log: it has to be of the spec"
                + " ECC_NIST_EDWARDS25519 for SIGN_VERIFY.");
      }
      byte[] encoded = answer.publicKey().asByteArray();
      key = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
      known = key;
    }
    return key.clone();
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature =
        reached(
                () ->
                    kms.get()
                        .sign(
                            request ->
                                request
                                    .keyId(id)
                                    .message(SdkBytes.fromByteArray(message))
                                    .messageType(MessageType.RAW)
                                    .signingAlgorithm(SigningAlgorithmSpec.ED25519_SHA_512)))
            .signature()
            .asByteArray();
    // What is published once cannot be taken back.
    if (!Note.isSignature(message, signature, publicKey())) {
      throw new AuditObjects.Away("KMS has answered a signature that is not that of " + id);
    }
    return signature;
  }

  @Override
  public int longest() {
    return LONGEST;
  }

  private <T> T reached(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new AuditObjects.Away("KMS does not sign with " + id + " now: " + e.getMessage(), e);
    }
  }
}
