package za.lexohub.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.Note;

/** The signing key in its file. */
class SigningKeyFileTest {

  @TempDir Path folder;

  @Test
  void aKeyIsMadeOnceAndReadAgain() {
    byte[] text = "signed".getBytes(StandardCharsets.UTF_8);
    SigningKey made = SigningKeyFile.loadOrCreate(folder.resolve("new"));
    SigningKey read = SigningKeyFile.loadOrCreate(folder.resolve("new"));

    assertThat(read.publicKey()).isEqualTo(made.publicKey()).hasSize(32);
    assertThat(read.sign(text)).isEqualTo(made.sign(text));
    assertThat(Note.isSignature(text, made.sign(text), read.publicKey())).isTrue();
    assertThat(SigningKeyFile.loadOrCreate(folder.resolve("other")).publicKey())
        .isNotEqualTo(made.publicKey());
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    SigningKeyFile.loadOrCreate(folder);

    assertThat(Files.getPosixFilePermissions(folder.resolve(SigningKeyFile.NAME)))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileThatHoldsNoKeyOrTwoHalvesIsRefusedWithoutQuotingIt() throws IOException {
    SigningKeyFile.loadOrCreate(folder);
    Path other = folder.resolve("other");
    SigningKeyFile.loadOrCreate(other);
    Path file = folder.resolve(SigningKeyFile.NAME);
    String one = Files.readString(file);
    String two = Files.readString(other.resolve(SigningKeyFile.NAME));
    String halves =
        one.substring(0, one.indexOf("-----BEGIN PUBLIC"))
            + two.substring(two.indexOf("-----BEGIN PUBLIC"));
    for (String broken :
        new String[] {"", "hello", one.replaceAll("\n.{10}", "\nAAAAAAAAAA"), halves}) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> SigningKeyFile.loadOrCreate(folder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The key file " + file + " does not hold an Ed25519 key; restore it from its backup.")
          .hasNoCause();
    }
  }

  @Test
  void theNextKeyIsMadeOnceHoweverOftenItIsAskedFor() {
    SigningKeyFiles files = new SigningKeyFiles(folder);
    byte[] first = files.first().publicKey();

    byte[] next = files.next(List.of(first)).publicKey();

    assertThat(new SigningKeyFiles(folder).next(List.of(first)).publicKey())
        .isEqualTo(next)
        .isNotEqualTo(first);
    assertThat(files.holding(next)).isPresent();
    assertThat(files.next(List.of(first, next)).publicKey()).isNotEqualTo(next);
    assertThat(new SigningKeyFiles(folder.resolve("nowhere")).holding(next)).isEmpty();
  }

  /** As a restore leaves it: the database knows the key in force and none before. */
  @Test
  void theNextKeyIsNoneThatIsOlderThanTheOneInForce() throws IOException {
    SigningKeyFiles files = new SigningKeyFiles(folder);
    byte[] retired = files.first().publicKey();
    byte[] inForce = files.next(List.of(retired)).publicKey();

    byte[] next = files.next(List.of(inForce)).publicKey();

    assertThat(next).isNotEqualTo(retired).isNotEqualTo(inForce);
    assertThat(files.next(List.of(inForce)).publicKey()).isEqualTo(next);
    Files.move(folder.resolve("audit-signing-2.key"), folder.resolve("audit-signing-10.key"));
    assertThat(files.next(List.of(inForce)).publicKey()).isEqualTo(next);
    Files.move(folder.resolve("audit-signing-10.key"), folder.resolve("audit-signing-mine.key"));
    assertThat(files.holding(next)).isPresent();
    assertThat(files.next(List.of(inForce)).publicKey()).isNotEqualTo(next);
    assertThatThrownBy(() -> files.next(List.of(next)))
        .isInstanceOf(SigningKeys.NoneLeft.class)
        .hasMessageContaining("audit-signing-<n>.key");
  }

  @Test
  void aPackIsSignedAndNothingThatCouldBeTakenForACheckpoint() {
    LogKey key = new LogKey("lexohub.test/log", SigningKeyFile.loadOrCreate(folder));

    assertThat(key.signPack("lexohub-pack v1\norigin lexohub.test/log\n"))
        .contains("\n\n\u2014 lexohub.test/log/pack ");
    String checkpoint = new Checkpoint("lexohub.test/log", 7, Hash.EMPTY).text();
    assertThatThrownBy(() -> key.signPack(checkpoint)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Note.verified(key.checkpoint(7, Hash.EMPTY), key.origin(), publicKey(key)))
        .contains(checkpoint);
    assertThat(key.packVerifierKey()).startsWith("lexohub.test/log/pack+");
  }

  private static byte[] publicKey(LogKey key) {
    return Note.publicKey(key.origin(), key.verifierKey());
  }
}
