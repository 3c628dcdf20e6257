package za.lexohub.audit.checkpoint;

import java.util.List;
import za.lexohub.audit.tlog.Note;

/**
 * That one key takes the place of another, signed by both: by the old one, so that who trusts it
 * may trust the new one, and by the new one, so that nobody hands over to a key that is not his.
 *
 * @param number from 1
 * @param after the size of the last checkpoint that the old key has signed; all larger ones are the
 *     new key's
 * @param oldKey in the form of a verifier key
 * @param note as it was signed
 */
public record KeyChange(int number, long after, String oldKey, String newKey, String note) {

  static final String BEGINS = "lexohub-key-change v1\n";

  private static final int LINES = 6;

  /** A change of the keys of {@code origin}, signed by both. */
  static KeyChange signed(int number, long after, LogKey old, LogKey next) {
    String text =
        BEGINS
            + "origin %s\nnumber %d\nafter %d\nold %s\nnew %s\n"
                .formatted(old.origin(), number, after, old.verifierKey(), next.verifierKey());
    return new KeyChange(
        number, after, old.verifierKey(), next.verifierKey(), next.andSign(old.signChange(text)));
  }

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException unless it is a change of the keys of that log which both have
   *     signed
   */
  static KeyChange read(String origin, String note) {
    List<String> lines =
        Note.text(note)
            .filter(text -> text.startsWith(BEGINS))
            .map(text -> text.lines().toList())
            .filter(all -> all.size() == LINES)
            .orElseThrow(() -> new IllegalArgumentException("not a change of keys"));
    if (!lines.get(1).equals("origin " + origin)) {
      throw new IllegalArgumentException("a change of another log's keys");
    }
    KeyChange change =
        new KeyChange(
            Math.toIntExact(number(lines.get(2), "number ")),
            number(lines.get(3), "after "),
            after(lines.get(4), "old "),
            after(lines.get(5), "new "),
            note);
    for (String key : List.of(change.oldKey, change.newKey)) {
      if (Note.verified(note, origin, Note.publicKey(origin, key)).isEmpty()) {
        throw new IllegalArgumentException("a change of keys that " + key + " has not signed");
      }
    }
    return change;
  }

  private static long number(String line, String word) {
    String number = after(line, word);
    if (!number.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("not a number: " + number);
    }
    return Long.parseLong(number);
  }

  private static String after(String line, String word) {
    if (!line.startsWith(word)) {
      throw new IllegalArgumentException("not a change of keys");
    }
    return line.substring(word.length());
  }
}
