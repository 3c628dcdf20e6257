package za.lexohub.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a whole log still begins with what each checkpoint has sealed. Grows the tree over the
 * computed leaf hashes and, from the first line whose claimed hash is another, a second one over
 * the claimed: when that one still has the sealed root, only content was altered, and the positions
 * are known.
 */
final class PrefixCheck {

  private final List<Checkpoint> checkpoints;
  private final TileTree tiles;
  private final Findings findings;
  private final MerkleTree computed = new MerkleTree();
  private final List<Checkpoint> bad = new ArrayList<>();
  private MerkleTree claimed;
  private int due;
  private long good;
  private boolean broken;

  /** {@code checkpoints} in order of size; {@code tiles} is null where there are none. */
  PrefixCheck(List<Checkpoint> checkpoints, TileTree tiles, Findings findings) throws IOException {
    this.checkpoints = checkpoints;
    this.tiles = tiles;
    this.findings = findings;
    compare();
  }

  void add(byte[] computedLeaf, byte[] claimedLeaf) throws IOException {
    if (broken) {
      return;
    }
    if (claimed == null && !Arrays.equals(computedLeaf, claimedLeaf)) {
      claimed = computed.copy();
    }
    computed.add(computedLeaf);
    if (claimed != null) {
      claimed.add(claimedLeaf);
    }
    compare();
  }

  /** A place is not filled as it should be: no root can be computed any more. */
  void broken() {
    broken = true;
  }

  void finish() throws IOException {
    for (; due < checkpoints.size(); due++) {
      Checkpoint checkpoint = checkpoints.get(due);
      Boolean sealed = fitsTiles(checkpoint);
      if (Boolean.FALSE.equals(sealed)) {
        bad.add(checkpoint);
      } else if (sealed == null) {
        findings.note(
            "the checkpoint of size "
                + checkpoint.size()
                + " could not be compared: the events before it are not all in their places");
      }
    }
    long between = good + 1;
    boolean told = false;
    for (Checkpoint checkpoint : bad) {
      if (checkpoint.size() <= good) {
        findings.add(
            "checkpoint of size "
                + checkpoint.size()
                + " contradicts the later one of size "
                + good
                + ": two histories were signed");
      } else if (!told) {
        told = true;
        findings.add(
            "checkpoint of size "
                + checkpoint.size()
                + " is no prefix of this log (history rewritten at or before "
                + checkpoint.size()
                + "; first differing leaf "
                + (between == checkpoint.size()
                    ? "at position " + between
                    : "between positions " + between + " and " + checkpoint.size())
                + ")");
      }
    }
  }

  private void compare() throws IOException {
    while (due < checkpoints.size() && checkpoints.get(due).size() == computed.size()) {
      Checkpoint checkpoint = checkpoints.get(due++);
      boolean fits =
          Arrays.equals(computed.root(), checkpoint.root())
              || claimed != null && Arrays.equals(claimed.root(), checkpoint.root());
      if (fits || Boolean.TRUE.equals(fitsTiles(checkpoint))) {
        good = checkpoint.size();
      } else {
        bad.add(checkpoint);
      }
    }
  }

  private Boolean fitsTiles(Checkpoint checkpoint) throws IOException {
    if (tiles == null || !tiles.rooted() || checkpoint.size() > tiles.size()) {
      return null;
    }
    byte[] root = tiles.rootAt(checkpoint.size());
    return root == null ? null : Arrays.equals(root, checkpoint.root());
  }
}
