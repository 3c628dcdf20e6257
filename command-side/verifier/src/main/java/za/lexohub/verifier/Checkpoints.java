package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checkpoints given, by size: those that the log's keys have signed. */
final class Checkpoints {

  /** A signed note of some kilobytes; witnesses may add their own signatures. */
  static final int LARGEST = 1 << 20;

  private final KeyRing keys;
  private final Findings findings;
  private final Map<Long, Checkpoint> bySize = new TreeMap<>();

  Checkpoints(KeyRing keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /** Reads one more; null, and a finding, when it is not one that the log has signed. */
  Checkpoint add(String name, byte[] bytes) {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.read(bytes);
    } catch (Malformed e) {
      findings.add("checkpoint unreadable, altered (" + e.getMessage() + "): " + name);
      return null;
    }
    String refusal = keys.refusalFor(checkpoint);
    if (refusal != null) {
      findings.add("checkpoint " + refusal + ": " + name);
      return null;
    }
    Checkpoint other = bySize.putIfAbsent(checkpoint.size(), checkpoint);
    if (other != null && !Arrays.equals(other.root(), checkpoint.root())) {
      findings.add(
          "two checkpoints of size "
              + checkpoint.size()
              + " are signed with different roots: the log has told two histories");
    }
    return checkpoint;
  }

  /** From the smallest to the largest. */
  List<Checkpoint> all() {
    return new ArrayList<>(bySize.values());
  }

  void fact() {
    if (!bySize.isEmpty()) {
      Checkpoint newest = all().getLast();
      VerifierKey key = keys.signerOf(newest);
      findings.fact(
          "log "
              + newest.origin()
              + ", signed by "
              + key.name()
              + "+"
              + Bytes.hex(key.id())
              + "; "
              + bySize.size()
              + " checkpoint(s), newest of size "
              + newest.size());
      findings.fact("root " + Bytes.base64(newest.root()));
    }
  }
}
