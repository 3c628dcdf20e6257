package za.lexohub.audit.checkpoint;

import java.util.regex.Pattern;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.Note;

/** Signs in the name of one log, with one key. */
public final class LogKey {

  private static final String PACK = "/pack";
  private static final Pattern PACK_BEGINS = Pattern.compile("\\Alexohub-pack v[12]\n");

  private final String origin;
  private final SigningKey key;

  /**
   * @param origin the log's name, unique in the world and never changed
   */
  public LogKey(String origin, SigningKey key) {
    Note.requireName(origin);
    this.origin = origin;
    this.key = key;
  }

  public String origin() {
    return origin;
  }

  public String checkpoint(long size, Hash root) {
    String text = new Checkpoint(origin, size, root).text();
    return Note.signed(text, origin, key.publicKey(), key::sign);
  }

  /**
   * @throws IllegalArgumentException unless the text is a pack's: what else this key signs, above
   *     all a checkpoint, must not be had this way
   */
  public String signPack(String text) {
    if (!PACK_BEGINS.matcher(text).find()) {
      throw new IllegalArgumentException("only a pack's manifest is signed here");
    }
    return Note.signed(text, origin + PACK, key.publicKey(), key::sign);
  }

  /** The longest text, in bytes of UTF-8, that {@link #signPack} signs. */
  public int longestPack() {
    return key.longest();
  }

  /** A change of keys, signed; {@link #andSign} of the other key completes it. */
  String signChange(String text) {
    requireChange(text);
    return Note.signed(text, origin, key.publicKey(), key::sign);
  }

  String andSign(String change) {
    requireChange(change);
    return Note.cosigned(change, origin, key.publicKey(), key::sign);
  }

  private static void requireChange(String text) {
    if (!text.startsWith(KeyChange.BEGINS)) {
      throw new IllegalArgumentException("only a change of keys is signed here");
    }
  }

  public String verifierKey() {
    return Note.verifierKey(origin, key.publicKey());
  }

  public String packVerifierKey() {
    return packVerifierKey(origin, key.publicKey());
  }

  static String packVerifierKey(String origin, byte[] publicKey) {
    return Note.verifierKey(origin + PACK, publicKey);
  }
}
