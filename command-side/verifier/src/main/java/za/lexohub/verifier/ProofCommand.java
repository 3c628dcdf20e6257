package za.lexohub.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code proof}: one event against its {@code .tlog-proof}, C2SP tlog-proof. */
final class ProofCommand {

  private static final int LARGEST_EVENT = 256 << 20;

  private record Proof(long index, List<byte[]> path, byte[] checkpoint) {

    static Proof read(byte[] bytes) throws Malformed {
      String text = Bytes.utf8(bytes);
      int end = text.indexOf("\n\n");
      if (end < 0) {
        throw new Malformed("no blank line before the checkpoint");
      }
      List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
      if (!lines.removeFirst().equals("c2sp.org/tlog-proof@v1")) {
        throw new Malformed("the first line is not c2sp.org/tlog-proof@v1");
      }
      if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
        Bytes.base64(lines.removeFirst().substring(6));
      }
      if (lines.isEmpty() || !lines.getFirst().startsWith("index ")) {
        throw new Malformed("the index is missing");
      }
      long index = Bytes.decimal(lines.removeFirst().substring(6));
      List<byte[]> path = new ArrayList<>();
      for (String line : lines) {
        byte[] hash = Bytes.base64(line);
        if (hash.length != 32) {
          throw new Malformed("a hash has 32 bytes");
        }
        path.add(hash);
      }
      return new Proof(index, path, text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
    }
  }

  static void run(Options options, Findings findings) throws IOException, Unreadable {
    KeyRing keys = options.keys(null, findings);
    byte[] eventFile = Options.read(options.file(0, "EVENT.json"), LARGEST_EVENT);
    byte[] proofFile = Options.read(options.file(1, "FILE.tlog-proof"), Checkpoints.LARGEST);
    EventLine event = event(eventFile, findings);
    Proof proof;
    try {
      proof = Proof.read(proofFile);
    } catch (Malformed e) {
      findings.add("the proof is unreadable, altered (" + e.getMessage() + ")");
      return;
    }
    Checkpoints checkpoints = new Checkpoints(keys, findings);
    Checkpoint checkpoint = checkpoints.add("in the proof", proof.checkpoint());
    if (event == null) {
      return;
    }
    long position = event.position();
    byte[] leaf = event.leaf();
    boolean claimed = Arrays.equals(leaf, event.leafHash());
    if (!claimed) {
      findings.at(position, "@: payload or field altered (leaf hash differs)");
    }
    if (proof.index() != position - 1) {
      findings.at(position, "@: the proof is for position " + (proof.index() + 1));
    } else if (checkpoint != null && position > checkpoint.size()) {
      findings.at(position, "@ is behind the end of the checkpoint, " + checkpoint.size());
    } else if (checkpoint != null
        && !MerkleTree.includes(
            leaf, proof.index(), checkpoint.size(), proof.path(), checkpoint.root())) {
      findings.at(
          position, "@: this event is not the one sealed there, or the hashes were altered");
    }
    if (findings.none()) {
      findings.fact(
          "event " + event.id() + " (" + event.type() + ") stands at position " + position);
    }
    checkpoints.fact();
  }

  private static EventLine event(byte[] bytes, Findings findings) {
    try {
      return EventLine.read(Json.readObject(Bytes.utf8(bytes)));
    } catch (Malformed e) {
      findings.add("the event is unreadable, altered (" + e.getMessage() + ")");
      return null;
    }
  }

  private ProofCommand() {}
}
