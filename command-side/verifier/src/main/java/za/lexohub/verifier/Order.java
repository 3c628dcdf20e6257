package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The positions of a part of the log rise from line to line, with gaps; tells where they do not.
 */
final class Order {

  private record Stray(long position, long neighbour) {}

  private final Findings findings;
  private final BitSet seen = new BitSet();
  private final List<Stray> strays = new ArrayList<>();
  private long last;
  private long beforeLast;

  Order(Findings findings) {
    this.findings = findings;
  }

  /** Takes the next position; whether it was not there before. */
  boolean take(long position) {
    boolean twice = position < Integer.MAX_VALUE && seen.get((int) position);
    if (position < Integer.MAX_VALUE) {
      seen.set((int) position);
    }
    if (position > last) {
      beforeLast = last;
      last = position;
    } else if (twice || position == last) {
      findings.at(position, "@ inserted/duplicated");
      return false;
    } else if (position > beforeLast) {
      strays.add(new Stray(last, position));
      last = position;
    } else {
      strays.add(new Stray(position, last));
    }
    return true;
  }

  boolean broken() {
    return !strays.isEmpty();
  }

  void finish() {
    if (strays.size() == 1) {
      exchanged(strays.get(0).position(), strays.get(0).neighbour());
    } else if (strays.size() == 2) {
      exchanged(strays.get(0).position(), strays.get(1).position());
    } else {
      strays.forEach(stray -> findings.at(stray.position(), "@ out of order"));
    }
  }

  private void exchanged(long one, long other) {
    findings.add("positions " + Math.min(one, other) + ", " + Math.max(one, other) + " exchanged");
  }
}
