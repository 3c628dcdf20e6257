package za.lexohub.audit.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signed notes, checkpoints and proof files. */
class NoteTest {

  private static final String LOG = "lexohub.example/log";

  private final KeyPair key = key();
  private final byte[] publicKey = raw(key);

  /** Of the signed-note specification's own example key. */
  @Test
  void aVerifierKeyIsNamedAsTheSpecificationDoes() {
    byte[] example =
        java.util.Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertThat(Note.verifierKey("PeterNeumann", Arrays.copyOfRange(example, 1, 33)))
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  }

  @Test
  void aSignedNoteOfAnotherImplementationIsReadAndAnAlteredOneIsNot() {
    byte[] peter =
        Arrays.copyOfRange(
            java.util.Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"),
            1,
            33);
    String note =
        "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n"
            + "\n"
            + "\u2014 PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    assertThat(Note.verified(note, "PeterNeumann", peter)).isPresent();
    assertThat(Note.verified(note.replace("your", "our"), "PeterNeumann", peter)).isEmpty();
    assertThat(Note.verified(note, "PeterNeumann", publicKey)).isEmpty();
    assertThat(Note.verified(note, "Peter", peter)).isEmpty();
  }

  @Test
  void aCheckpointIsSignedAndReadBack() {
    Checkpoint checkpoint = new Checkpoint(LOG, 42, Hash.EMPTY);
    String note = Note.signed(checkpoint.text(), LOG, publicKey, this::sign);

    assertThat(note)
        .startsWith(
            LOG + "\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 " + LOG + " ")
        .endsWith("\n");
    assertThat(Note.verified(note, LOG, publicKey)).contains(checkpoint.text());
    assertThat(Checkpoint.parse(note)).isEqualTo(checkpoint);
    assertThat(Note.verified(note.replace("\n42\n", "\n43\n"), LOG, publicKey)).isEmpty();
  }

  @Test
  void whatIsNoCheckpointIsRefused() {
    for (String text :
        List.of("", "x", "a\n1\n", "a\n01\nAA==\n\n", "a\n1\nnot base64\n\n", "a\n1\nAA==\n\n")) {
      assertThatThrownBy(() -> Checkpoint.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTextThatCouldBeReadInTwoWaysIsNotSigned() {
    for (String text : List.of("no end", "an\n\nempty line\n", "\nbegins empty\n")) {
      assertThatThrownBy(() -> Note.signed(text, LOG, publicKey, this::sign))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aProofIsTheFileOfTheSpecification() {
    assertThat(TlogProof.write(7, List.of(Hash.EMPTY), "origin\n8\nroot\n\n\u2014 sig\n"))
        .isEqualTo(
            """
            c2sp.org/tlog-proof@v1
            index 7
            47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

            origin
            8
            root

            \u2014 sig
            """);
  }

  private byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] raw(KeyPair key) {
    byte[] encoded = key.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  private static KeyPair key() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
