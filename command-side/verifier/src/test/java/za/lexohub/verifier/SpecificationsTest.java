package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that others have published for the specifications that are implemented here. */
class SpecificationsTest {

  /** The leaves that implementations of Certificate Transparency test themselves with. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  /** The example of Go's package note, from which C2SP signed-note was written down. */
  private static final String NEUMANN =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  @Test
  void roots_are_those_of_rfc_6962() {
    MerkleTree tree = new MerkleTree();
    assertThat(Bytes.hex(tree.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    List<String> roots =
        LEAVES.stream()
            .map(
                leaf -> {
                  tree.add(MerkleTree.leaf(HexFormat.of().parseHex(leaf)));
                  return Bytes.hex(tree.root());
                })
            .toList();
    assertThat(roots.getFirst())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(roots.getLast())
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void the_published_example_of_a_signed_note_verifies() throws Malformed {
    SignedNote note = SignedNote.read(SampleLog.utf8(NOTE));
    assertThat(note.refusalFor(VerifierKey.read(NEUMANN))).isNull();
    assertThat(VerifierKey.read(NEUMANN).text()).isEqualTo(NEUMANN);
    SignedNote altered = SignedNote.read(SampleLog.utf8(NOTE.replace("answer", "Answer")));
    assertThat(altered.refusalFor(VerifierKey.read(NEUMANN))).isEqualTo("signature invalid");
    assertThat(note.refusalFor(VerifierKey.read(TestKey.named("PeterNeumann").verifierKey())))
        .isEqualTo("signed by an unknown key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no signature\n",
        "text\n\n",
        "text\n\n- PeterNeumann x08go/ZJkuBS\n",
        "text\n\n\u2014 PeterNeumann x08go/ZJkuB=\n",
        "text\n\n\u2014 PeterNeumann x08g\n",
        "text\n\n\u2014 Peter Neumann x08go/ZJkuBS\n",
        "te\u0007xt\n\n\u2014 PeterNeumann x08go/ZJkuBS\n",
        "text\n\n\u2014 PeterNeumann x08go/ZJkuBS"
      })
  void what_is_no_signed_note_is_refused(String text) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> SignedNote.read(SampleLog.utf8(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PaulNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcU"
      })
  void a_mistyped_key_is_refused(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> VerifierKey.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tile/0/000", "tile/0/x001/x234/067", "tile/63/999.p/255", "tile/1/x001/000.p/1"})
  void tile_paths_are_those_of_tlog_tiles(String path) {
    assertThat(Tiles.Place.of(path).orElseThrow().path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/1",
        "tile/00/000",
        "tile/64/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/x000/001",
        "tile/0/../000",
        "tile/entries/000"
      })
  void other_paths_are_no_tiles(String path) {
    assertThat(Tiles.Place.of(path)).isEmpty();
  }

  /** The leaf hash as the log itself documents it, when its vectors are at hand. */
  @Test
  void the_published_leaf_vectors_hold() throws IOException, Malformed {
    Path file =
        Path.of(System.getProperty("lexohub.root", "../..")).resolve("docs/vectors/leaf-hash.json");
    assumeTrue(Files.exists(file));
    List<?> vectors = (List<?>) Json.read(Bytes.utf8(Files.readAllBytes(file)));
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(8);
    for (Object element : vectors) {
      var vector = Json.object(element, "a vector");
      EventLine event = EventLine.read(Json.object(vector.get("event"), "the event"));
      assertThat(Bytes.hex(event.recordAt(event.position())))
          .isEqualTo(Json.string(vector, "record"));
      assertThat(Bytes.hex(event.leaf())).isEqualTo(Json.string(vector, "leafHash"));
      assertThat(event.leafHash()).isEqualTo(event.leaf());
    }
  }
}
