package za.lexohub.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text with signatures below it, C2SP signed-note. The text ends with a line feed. */
record SignedNote(String text, List<Line> signatures) {

  /** One signature line: who says to have signed, with which key, and the signature. */
  record Line(String name, byte[] keyId, byte[] signature) {}

  static SignedNote read(byte[] bytes) throws Malformed {
    String note = Bytes.utf8(bytes);
    if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new Malformed("a control character stands in the note");
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new Malformed("no signed note: text, a blank line and signatures are expected");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(blank + 2).split("\n")) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !parts[0].equals("\u2014") || !VerifierKey.usableName(parts[1])) {
        throw new Malformed("not a signature line: " + line);
      }
      byte[] signature = Bytes.base64(parts[2]);
      if (signature.length < 5) {
        throw new Malformed("a signature is too short");
      }
      lines.add(
          new Line(
              parts[1],
              Arrays.copyOf(signature, 4),
              Arrays.copyOfRange(signature, 4, signature.length)));
    }
    return new SignedNote(note.substring(0, blank + 1), lines);
  }

  /** Null when the key has signed this, otherwise what is wrong with it. */
  String refusalFor(VerifierKey key) {
    boolean known = false;
    for (Line line : signatures) {
      if (line.name().equals(key.name()) && Arrays.equals(line.keyId(), key.id())) {
        known = true;
        if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), line.signature())) {
          return "signature invalid";
        }
      }
    }
    return known ? null : "signed by an unknown key";
  }
}
