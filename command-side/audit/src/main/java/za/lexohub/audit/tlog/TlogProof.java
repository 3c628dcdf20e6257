package za.lexohub.audit.tlog;

import java.util.List;

/** Writes a proof that a leaf is in a log, with the checkpoint it leads to (C2SP tlog-proof). */
public final class TlogProof {

  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

  /**
   * @param checkpoint the signed note
   */
  public static String write(long leaf, List<Hash> path, String checkpoint) {
    StringBuilder proof =
        new StringBuilder(FIRST_LINE).append("\nindex ").append(leaf).append('\n');
    path.forEach(hash -> proof.append(hash.base64()).append('\n'));
    return proof.append('\n').append(checkpoint).toString();
  }

  private TlogProof() {}
}
