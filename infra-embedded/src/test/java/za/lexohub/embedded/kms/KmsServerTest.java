package za.lexohub.embedded.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** It listens in this JVM, so it needs no part. */
class KmsServerTest {

  private static final Map<String, String> THANDI = Map.of("tenant", "thandi", "subject", "7");

  private KmsServer server;
  private KmsClient client;
  private String key;

  @BeforeEach
  void start() throws IOException {
    server = KmsServer.start("caller", "secret", "af-south-1");
    client = client("secret", Region.AF_SOUTH_1);
    key = server.symmetricKey();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void what_is_encrypted_is_decrypted_in_its_context_and_no_other() {
    SdkBytes sealed = encrypted("hello");

    assertThat(decrypted(sealed, key, THANDI)).isEqualTo("hello");
    refused(
        "InvalidCiphertextException",
        () -> decrypted(sealed, key, Map.of("tenant", "pieter", "subject", "7")));
    refused("InvalidCiphertextException", () -> decrypted(sealed, key, Map.of()));
    byte[] altered = sealed.asByteArray();
    altered[altered.length - 1] ^= 1;
    refused(
        "InvalidCiphertextException",
        () -> decrypted(SdkBytes.fromByteArray(altered), key, THANDI));
    refused("IncorrectKeyException", () -> decrypted(sealed, server.symmetricKey(), THANDI));
  }

  @Test
  void a_yearly_rotation_changes_nothing_for_callers() {
    SdkBytes before = encrypted("before");

    server.rotate(key);

    assertThat(decrypted(before, key, THANDI)).isEqualTo("before");
    assertThat(decrypted(encrypted("after"), key, THANDI)).isEqualTo("after");
  }

  @Test
  void a_data_key_comes_with_its_sealed_self() {
    GenerateDataKeyResponse made =
        client.generateDataKey(
            request -> request.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(THANDI));

    assertThat(made.plaintext().asByteArray()).hasSize(32);
    assertThat(
            client
                .decrypt(r -> r.ciphertextBlob(made.ciphertextBlob()).encryptionContext(THANDI))
                .plaintext())
        .isEqualTo(made.plaintext());
  }

  @Test
  void keys_that_are_disabled_leaving_unknown_or_of_another_kind_are_not_used() {
    SdkBytes sealed = encrypted("hello");
    server.disable(key);
    refused("DisabledException", () -> encrypted("more"));
    refused("DisabledException", () -> decrypted(sealed, key, THANDI));
    server.enable(key);
    assertThat(decrypted(sealed, key, THANDI)).isEqualTo("hello");
    server.scheduleDeletion(key);
    refused("KMSInvalidStateException", () -> decrypted(sealed, key, THANDI));
    refused(
        "NotFoundException",
        () -> client.getPublicKey(r -> r.keyId("11111111-2222-3333-4444-555555555555")));
    refused(
        "InvalidKeyUsageException", () -> client.getPublicKey(r -> r.keyId(server.symmetricKey())));
  }

  @Test
  void a_signature_is_pure_ed25519_over_the_raw_message() throws GeneralSecurityException {
    String signing = server.signingKey();
    byte[] message = "lexohub.test/log\n7\nroot\n".getBytes();

    byte[] signature = signed(signing, message, SigningAlgorithmSpec.ED25519_SHA_512);

    var answer = client.getPublicKey(request -> request.keyId(signing));
    assertThat(answer.keySpec()).isEqualTo(KeySpec.ECC_NIST_EDWARDS25519);
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(answer.publicKey().asByteArray())));
    verifier.update(message);
    assertThat(signature).hasSize(64);
    assertThat(verifier.verify(signature)).isTrue();
    assertThat(signed(signing, new byte[4096], SigningAlgorithmSpec.ED25519_SHA_512)).hasSize(64);
    refused(
        "ValidationException",
        () -> signed(signing, new byte[4097], SigningAlgorithmSpec.ED25519_SHA_512));
    refused(
        "InvalidKeyUsageException",
        () -> signed(signing, message, SigningAlgorithmSpec.ECDSA_SHA_256));
    refused(
        "InvalidKeyUsageException",
        () -> signed(key, message, SigningAlgorithmSpec.ED25519_SHA_512));
  }

  @Test
  void more_than_four_kilobytes_are_not_encrypted() {
    refused("ValidationException", () -> encrypted("x".repeat(4097)));
  }

  @Test
  void another_secret_region_or_nobody_is_refused() {
    try (KmsClient forger = client("another", Region.AF_SOUTH_1);
        KmsClient lost = client("secret", Region.EU_WEST_1)) {
      refused("InvalidSignatureException", () -> forger.getPublicKey(r -> r.keyId(key)));
      refused("InvalidSignatureException", () -> lost.getPublicKey(r -> r.keyId(key)));
    }
  }

  @Test
  void a_client_that_is_throttled_once_gets_through_and_no_client_while_it_is_away() {
    server.throttleNext(1);
    SdkBytes sealed = encrypted("hello");
    assertThat(server.calls()).isEqualTo(2);

    server.away(true);
    refused("KMSInternalException", () -> decrypted(sealed, key, THANDI));
    server.away(false);
    assertThat(decrypted(sealed, key, THANDI)).isEqualTo("hello");
  }

  private SdkBytes encrypted(String text) {
    return client
        .encrypt(
            request ->
                request
                    .keyId(key)
                    .plaintext(SdkBytes.fromUtf8String(text))
                    .encryptionContext(THANDI))
        .ciphertextBlob();
  }

  private String decrypted(SdkBytes sealed, String by, Map<String, String> context) {
    return client
        .decrypt(request -> request.keyId(by).ciphertextBlob(sealed).encryptionContext(context))
        .plaintext()
        .asUtf8String();
  }

  private byte[] signed(String by, byte[] message, SigningAlgorithmSpec algorithm) {
    return client
        .sign(
            request ->
                request
                    .keyId(by)
                    .message(SdkBytes.fromByteArray(message))
                    .messageType(MessageType.RAW)
                    .signingAlgorithm(algorithm))
        .signature()
        .asByteArray();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  private KmsClient client(String secret, Region region) {
    return KmsClient.builder()
        .endpointOverride(URI.create(server.endpoint()))
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("caller", secret)))
        .build();
  }
}
