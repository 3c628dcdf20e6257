package za.lexohub.verifier;

/** What the log has signed: that its first {@code size} events hash to {@code root}. */
record Checkpoint(String origin, long size, byte[] root, SignedNote note) {

  static Checkpoint read(byte[] bytes) throws Malformed {
    SignedNote note = SignedNote.read(bytes);
    String[] lines = note.text().split("\n", -1);
    if (lines.length < 4) {
      throw new Malformed("a checkpoint has origin, size and root");
    }
    for (int i = 0; i < lines.length - 1; i++) {
      if (lines[i].isEmpty()) {
        throw new Malformed("a checkpoint has no empty line");
      }
    }
    byte[] root = Bytes.base64(lines[2]);
    if (root.length != 32) {
      throw new Malformed("a root hash has 32 bytes");
    }
    return new Checkpoint(lines[0], Bytes.decimal(lines[1]), root, note);
  }
}
