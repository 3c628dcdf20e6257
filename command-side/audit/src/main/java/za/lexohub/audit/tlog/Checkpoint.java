package za.lexohub.audit.tlog;

import java.util.Base64;
import java.util.List;

/** That a log of this size has this root (C2SP tlog-checkpoint). */
public record Checkpoint(String origin, long size, Hash root) {

  private static final int LINES = 3;

  /** What is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /**
   * Reads what was signed; does not look at signatures.
   *
   * @throws IllegalArgumentException when it is no checkpoint
   */
  public static Checkpoint parse(String note) {
    String text =
        Note.text(note).orElseThrow(() -> new IllegalArgumentException("not a signed note"));
    List<String> lines = text.lines().toList();
    if (lines.size() < LINES || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("not a checkpoint");
    }
    return new Checkpoint(
        lines.get(0),
        Long.parseLong(lines.get(1)),
        Hash.of(Base64.getDecoder().decode(lines.get(2))));
  }
}
