package za.lexohub.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.Note;
import za.lexohub.embedded.kms.KmsServer;

/** KMS signs, over the wire; the server is in this JVM. */
class KmsSigningKeysTest {

  private static final String ORIGIN = "lexohub.test/log";

  @TempDir Path folder;
  private KmsServer server;
  private KmsClient kms;

  @BeforeEach
  void start() throws IOException {
    server = KmsServer.start("caller", "secret", "af-south-1");
    kms =
        KmsClient.builder()
            .endpointOverride(URI.create(server.endpoint()))
            .region(Region.AF_SOUTH_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("caller", "secret")))
            .build();
  }

  @AfterEach
  void stop() {
    kms.close();
    server.close();
  }

  @Test
  void aCheckpointIsSignedByTheKeyInKms() {
    SigningKey key = keys(server.signingKey()).first();
    String note = new LogKey(ORIGIN, key).checkpoint(7, Hash.EMPTY);

    assertThat(Note.verified(note, ORIGIN, key.publicKey())).isPresent();
    assertThat(key.longest()).isEqualTo(4096);
  }

  @Test
  void theNextKeyIsTheOneBehindTheLastUsedEvenIfOldOnesAreGone() {
    String one = server.signingKey();
    String two = server.signingKey();
    KmsSigningKeys keys = keys(one, two);
    byte[] first = keys.first().publicKey();

    assertThat(keys.next(List.of(first)).publicKey())
        .isEqualTo(keys.next(List.of(first)).publicKey())
        .isNotEqualTo(first);
    byte[] second = keys.next(List.of(first)).publicKey();
    server.scheduleDeletion(one);
    assertThat(keys(one, two).holding(second)).isPresent();
    assertThatThrownBy(() -> keys(one, two).next(List.of(first, second)))
        .isInstanceOf(SigningKeys.NoneLeft.class)
        .hasMessageContaining("lexohub.kms.signing-keys");
    assertThatThrownBy(() -> keys(one, two).holding(first)).isInstanceOf(AuditObjects.Away.class);
  }

  @Test
  void aKeyInAFileStillSignsThatItIsReplacedAndNoneIsMade() throws IOException {
    SigningKey file = SigningKeyFile.loadOrCreate(folder);
    KmsSigningKeys keys = keys(server.signingKey());

    LogKey old = new LogKey(ORIGIN, keys.holding(file.publicKey()).orElseThrow());
    LogKey next = new LogKey(ORIGIN, keys.next(List.of(file.publicKey())));
    KeyChange change = KeyChange.signed(1, 40, old, next);

    assertThat(KeyChange.read(ORIGIN, change.note())).isEqualTo(change);
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void whileKmsIsAwayNothingIsSignedAndThatPasses() {
    SigningKey key = keys(server.signingKey()).first();
    key.publicKey();
    server.away(true);
    byte[] message = "lexohub".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> key.sign(message)).isInstanceOf(AuditObjects.Away.class);
    server.away(false);

    assertThat(Note.isSignature(message, key.sign(message), key.publicKey())).isTrue();
  }

  @Test
  void aKeyThatDoesNotSignIsRefused() {
    assertThatThrownBy(() -> keys(server.symmetricKey()).first().publicKey())
        .isInstanceOf(AuditObjects.Away.class)
        .hasMessageContaining("ENCRYPT_DECRYPT");
  }

  private KmsSigningKeys keys(String... ids) {
    return new KmsSigningKeys(() -> kms, List.of(ids), new SigningKeyFiles(folder));
  }
}
