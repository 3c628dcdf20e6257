package za.lexohub.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the events of an export against checkpoints, tiles and documents, in one pass. */
final class EventCheck implements Places.Taker {

  /** Opens the export anew for each call. */
  interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final List<Checkpoint> checkpoints;
  private final TileTree tiles;
  private final Documents documents;
  private final Findings findings;
  private final Progress progress;
  private final Findings outOfSequence = new Findings();
  private final Sequences sequences = new Sequences(outOfSequence);
  private final LeafCheck leaves;
  private PrefixCheck prefixes;
  private Scope scope = new Scope(null, null);
  private boolean ordered = true;
  private boolean unsealedAllowed;
  private long uncovered;

  /** {@code tiles} and {@code documents} are null where there are none; checkpoints by size. */
  EventCheck(
      Source source,
      List<Checkpoint> checkpoints,
      TileTree tiles,
      Documents documents,
      Findings findings,
      Progress progress) {
    this.source = source;
    this.checkpoints = checkpoints;
    this.tiles = tiles;
    this.documents = documents;
    this.findings = findings;
    this.progress = progress;
    this.leaves = new LeafCheck(tiles, findings);
  }

  /** Events behind the newest checkpoint are warned of instead of found. */
  void allowUnsealed() {
    unsealedAllowed = true;
  }

  /** Reads the events and returns the export, whose header and counts are then known. */
  Export run() throws IOException, Unreadable {
    if (tiles != null && !tiles.root()) {
      tiles.rootWith(leavesBehind(TileTree.edgeOf(tiles.size())));
    }
    try (var in = source.open()) {
      Export export = new Export(in, findings, progress);
      Export.Header header = export.header();
      if (header != null) {
        scope = header.scope();
      }
      if (scope.wholeLog()) {
        wholeLog(export);
      } else {
        part(export);
      }
      if (uncovered > 0) {
        unsealed(
            uncovered
                + " event(s) stand behind the end of the newest checkpoint: inserted there, or not"
                + " sealed by any checkpoint given here");
      }
      if (documents != null) {
        documents.finish();
      }
      return export;
    }
  }

  private void wholeLog(Export export) throws IOException, Unreadable {
    prefixes = new PrefixCheck(checkpoints, tiles, findings);
    long end = new Places(export, this, findings).run();
    leaves.finish();
    long newest = checkpoints.isEmpty() ? 0 : checkpoints.getLast().size();
    long announced = export.header() == null ? end : export.header().checkpointSize();
    if (end < newest) {
      findings.add(
          "log ends at "
              + end
              + ", checkpoint covers "
              + newest
              + ": "
              + (newest - end)
              + " events missing");
    }
    if (announced != end && announced != newest) {
      findings.add("log ends at " + end + ", its header says " + announced);
    }
    if (end > newest && !checkpoints.isEmpty()) {
      String positions =
          end == newest + 1 ? "position " + end : "positions " + (newest + 1) + " to " + end;
      unsealed(positions + ": not covered by any checkpoint given (inserted, or not yet sealed)");
      uncovered = 0;
    }
    prefixes.finish();
    if (findings.none()) {
      // Behind any other finding these are only its consequences.
      findings.addAll(outOfSequence);
    }
  }

  private void part(Export export) throws IOException, Unreadable {
    Order order = new Order(findings);
    long before = 0;
    for (Export.Line line = export.next(); line != null; line = export.next()) {
      EventLine event = line.event();
      if (event == null) {
        ordered = false;
        unreadable(line, line.position() > 0 ? "position " + line.position() : after(before));
        continue;
      }
      before = line.position();
      if (order.take(line.position())) {
        byte[] leaf = event.leaf();
        leaves.check(line.position(), leaf, event.leafHash());
        content(event, leaf);
      }
    }
    leaves.finish();
    order.finish();
    findings.note(
        "this is a part of the log: that no last event of an aggregate, and no whole aggregate, was"
            + " left out is the word of who made it, not of the log's checkpoint");
    findings.addAll(outOfSequence);
    for (Checkpoint checkpoint : checkpoints) {
      byte[] root =
          tiles != null && tiles.rooted() && checkpoint.size() <= tiles.size()
              ? tiles.rootAt(checkpoint.size())
              : null;
      if (root == null) {
        findings.note(
            "the checkpoint of size "
                + checkpoint.size()
                + " could not be compared with the others: the tiles for that are not here");
      } else if (!Arrays.equals(root, checkpoint.root())) {
        findings.add(
            "checkpoint of size "
                + checkpoint.size()
                + " is no prefix of this log (history rewritten at or before "
                + checkpoint.size()
                + ")");
      }
    }
  }

  @Override
  public void placed(long place, Export.Line line) throws IOException {
    EventLine event = line.event();
    if (event == null) {
      broken(place);
      unreadable(line, "position " + place);
      return;
    }
    byte[] leaf = event.leaf();
    leaves.check(place, leaf, event.leafHash());
    prefixes.add(leaf, event.leafHash());
    content(event, leaf);
  }

  @Override
  public void displaced(long place, Export.Line line) throws IOException {
    EventLine event = line.event();
    if (event == null) {
      unreadable(line, "line " + line.number());
      return;
    }
    byte[] leaf = event.leaf();
    if (!Arrays.equals(leaf, event.leafHash())) {
      if (place > 0 && Arrays.equals(event.leafAt(place), event.leafHash())) {
        findings.at(
            place, "@: payload or field altered (its position reads " + line.position() + ")");
      } else {
        findings.at(
            place > 0 ? place : line.position(), "@: payload or field altered (leaf hash differs)");
      }
    }
  }

  @Override
  public void broken(long place) {
    ordered = false;
    prefixes.broken();
  }

  private void content(EventLine event, byte[] leaf) {
    if (!Arrays.equals(leaf, event.leafHash())) {
      // What an altered event says of itself would only lead to wrong findings about others.
      ordered = false;
    }
    if (tiles != null && event.position() > tiles.size()) {
      uncovered++;
    }
    if (!scope.holds(event)) {
      findings.at(event.position(), "@ does not belong to " + scope.text());
    }
    if (ordered) {
      sequences.check(event);
    }
    if (documents != null) {
      documents.recorded(event);
    }
  }

  private void unsealed(String what) {
    if (unsealedAllowed) {
      findings.warn(what);
    } else {
      findings.add(what);
    }
  }

  private void unreadable(Export.Line line, String where) {
    findings.add(where + ": unreadable, altered (" + line.problem() + ")");
  }

  private static String after(long before) {
    return before == 0 ? "the first event" : "the event after position " + before;
  }

  /** Leaf hashes of the events from an index on: a second reading, needed only when tiles fail. */
  private Map<Long, byte[]> leavesBehind(long index) throws IOException, Unreadable {
    Map<Long, byte[]> found = new HashMap<>();
    try (var in = source.open()) {
      Export export = new Export(in, new Findings(), progress);
      for (Export.Line line = export.next(); line != null; line = export.next()) {
        if (line.event() != null && line.position() > index && line.position() <= tiles.size()) {
          found.put(line.position() - 1, line.event().leaf());
        }
      }
    }
    return found;
  }
}
