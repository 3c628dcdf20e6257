package za.lexohub.verifier;

/**
 * That one key of a log took the place of another: the old one has signed the checkpoints up to a
 * size, the next one all larger ones. Signed by both.
 */
record KeyChange(
    String name, String origin, long number, long after, VerifierKey old, VerifierKey next) {

  private static final int LINES = 6;

  /**
   * Reads a change that both keys have signed.
   *
   * @param name of its file
   */
  static KeyChange read(String name, byte[] bytes) throws Malformed {
    SignedNote note = SignedNote.read(bytes);
    String[] lines = note.text().split("\n", -1);
    if (lines.length != LINES + 1 || !lines[0].equals("lexohub-key-change v1")) {
      throw new Malformed("no change of keys of version 1");
    }
    KeyChange change =
        new KeyChange(
            name,
            after(lines[1], "origin "),
            Bytes.decimal(after(lines[2], "number ")),
            Bytes.decimal(after(lines[3], "after ")),
            VerifierKey.read(after(lines[4], "old ")),
            VerifierKey.read(after(lines[5], "new ")));
    for (VerifierKey key : new VerifierKey[] {change.old, change.next}) {
      String refusal = note.refusalFor(key);
      if (refusal != null) {
        throw new Malformed(key.text() + " has not signed it: " + refusal);
      }
      if (!key.name().equals(change.origin)) {
        throw new Malformed("its keys are another log's");
      }
    }
    return change;
  }

  private static String after(String line, String word) throws Malformed {
    if (!line.startsWith(word) || line.length() == word.length()) {
      throw new Malformed("its line \"" + word.strip() + "\" is missing");
    }
    return line.substring(word.length());
  }
}
