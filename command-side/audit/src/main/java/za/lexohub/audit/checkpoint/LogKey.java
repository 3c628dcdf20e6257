package za.lexohub.audit.checkpoint;

import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.Note;

/** Signs in the name of one log. */
public final class LogKey {

  private static final String PACK = "/pack";
  private static final String PACK_BEGINS = "lexohub-pack v1\n";

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

  /** Whether it is a checkpoint of this log, signed by this key. */
  public boolean hasSigned(String note) {
    return Note.verified(note, origin, key.publicKey())
        .filter(text -> text.startsWith(origin + "\n"))
        .isPresent();
  }

  /**
   * @throws IllegalArgumentException unless the text is a pack's: what else this key signs, above
   *     all a checkpoint, must not be had this way
   */
  public String signPack(String text) {
    if (!text.startsWith(PACK_BEGINS)) {
      throw new IllegalArgumentException("only a pack's manifest is signed here");
    }
    return Note.signed(text, origin + PACK, key.publicKey(), key::sign);
  }

  public String verifierKey() {
    return Note.verifierKey(origin, key.publicKey());
  }

  public String packVerifierKey() {
    return Note.verifierKey(origin + PACK, key.publicKey());
  }

  /**
   * Remembers the key at the first start.
   *
   * @throws IllegalStateException when this log was signed by another key, or under another name
   */
  public void requireKnownTo(JdbcClient jdbc) {
    jdbc.sql("insert into log_key (verifier_key) values (?) on conflict do nothing")
        .param(verifierKey())
        .update();
    String known = jdbc.sql("select verifier_key from log_key").query(String.class).single();
    if (!known.equals(verifierKey())) {
      throw new IllegalStateException(
          "This log is signed with the key "
              + known
              + ", but this node has "
              + verifierKey()
              + ": restore "
              + SigningKeyFile.NAME
              + " in lexohub.keys.directory, and lexohub.audit.origin, as they were.");
    }
  }
}
