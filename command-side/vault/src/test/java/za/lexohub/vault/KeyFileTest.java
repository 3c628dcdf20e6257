package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaId;

class KeyFileTest {

  @TempDir Path directory;

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    MasterKey first = KeyFile.loadOrCreate(directory).current();

    assertThat(KeyFile.loadOrCreate(directory).current().fingerprint())
        .isEqualTo(first.fingerprint());
    assertThat(Files.getPosixFilePermissions(directory.resolve("master.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.list(directory)).hasSize(1);
  }

  @Test
  void aBrokenKeyFileIsNamed() throws IOException {
    Files.writeString(directory.resolve("master.key"), "short");

    assertThatThrownBy(() -> KeyFile.loadOrCreate(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("master.key")
        .hasMessageContaining("restore it");
  }

  @Test
  void aSecondKeyFileIsAcceptedBesideTheOneThatWraps() throws IOException {
    MasterKey old = KeyFile.loadOrCreate(directory).current();
    Files.move(directory.resolve("master.key"), directory.resolve("master-2026.key"));

    MasterKeys both = KeyFile.loadOrCreate(directory);

    assertThat(both.fingerprints())
        .hasSize(2)
        .containsExactly(both.current().fingerprint(), old.fingerprint());
  }

  @Test
  void tokensAre256BitsAndDifferByFileAndPurposeAndGeneration() {
    byte[] secret = AesGcm.random(32);
    var tokens = new DerivedPublicTokens(() -> secret);
    ProFormaId id = ProFormaId.random();

    String token = tokens.token(id, LinkPurpose.SUBMIT, 1);

    assertThat(token).hasSize(43).isEqualTo(tokens.token(id, LinkPurpose.SUBMIT, 1));
    assertThat(token)
        .isNotEqualTo(tokens.token(id, LinkPurpose.RESPOND, 1))
        .isNotEqualTo(tokens.token(id, LinkPurpose.SUBMIT, 2))
        .isNotEqualTo(tokens.token(ProFormaId.random(), LinkPurpose.SUBMIT, 1));
  }
}
