package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys that may have signed, and which checkpoints are whose. */
final class KeyRing {

  private final Map<String, KeyPeriod> periods = new LinkedHashMap<>();
  private final Set<String> disagreeing = new HashSet<>();

  /** Whether one key was given and nothing said of its sizes: no list that is meant to be whole. */
  private final boolean alone;

  KeyRing(Collection<KeyPeriod> given) {
    alone = given.size() == 1 && given.iterator().next().isAlways();
    given.forEach(this::put);
  }

  private void put(KeyPeriod period) {
    periods.put(period.key().text(), period);
  }

  /** The log's name. */
  String name() {
    return periods.values().iterator().next().key().name();
  }

  boolean holds(VerifierKey key) {
    return periods.containsKey(key.text());
  }

  /**
   * Draws the borders between the keys, and takes in those that a known key has named: as its
   * predecessor always; as its successor when one key was given without sizes. A list is whole, and
   * whoever stole the key at its open end could name any successor: one that is not on it is a
   * finding.
   */
  void follow(Map<String, byte[]> files, Findings findings) {
    List<KeyChange> changes = read(files, findings);
    for (KeyChange change : changes) {
      bound(change, findings);
    }
    boolean more = true;
    while (more) {
      more = false;
      for (KeyChange change : changes) {
        if (holds(change.next()) && !holds(change.old())) {
          put(new KeyPeriod(change.old(), 0, KeyPeriod.OPEN));
          more = true;
        } else if (holds(change.old()) && !holds(change.next()) && alone) {
          put(new KeyPeriod(change.next(), 0, KeyPeriod.OPEN));
          findings.warn(
              "a key that is not among those given took over after size "
                  + change.after()
                  + ", as the one before it has signed. Whoever holds the old key could have named"
                  + " any: compare it with the one published elsewhere: "
                  + change.next().text());
          more = true;
        }
        if (more) {
          for (KeyChange each : changes) {
            bound(each, findings);
          }
          break;
        }
      }
    }
    for (KeyChange change : changes) {
      if (holds(change.old()) && !holds(change.next())) {
        findings.add(
            change.name()
                + " names a successor that is not on the list of keys given: "
                + change.next().text());
      }
    }
  }

  private List<KeyChange> read(Map<String, byte[]> files, Findings findings) {
    List<KeyChange> changes = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          try {
            KeyChange change = KeyChange.read(name, bytes);
            if (!change.origin().equals(name())) {
              throw new Malformed("it is of another log, " + change.origin());
            }
            changes.add(change);
          } catch (Malformed e) {
            findings.add("key change unreadable, altered (" + e.getMessage() + "): " + name);
          }
        });
    for (KeyChange one : changes) {
      for (KeyChange other : changes.subList(changes.indexOf(one) + 1, changes.size())) {
        if (one.number() == other.number()
            || one.old().text().equals(other.old().text())
            || one.next().text().equals(other.next().text())) {
          findings.add(
              one.name()
                  + " and "
                  + other.name()
                  + " name two successors or two predecessors of one key: the log has told two"
                  + " histories of its keys");
        }
      }
    }
    return changes;
  }

  private void bound(KeyChange change, Findings findings) {
    KeyPeriod old = periods.get(change.old().text());
    if (old != null) {
      put(new KeyPeriod(old.key(), old.first(), Math.min(old.last(), change.after())));
      if (!old.isOpen() && old.last() != change.after() || old.first() > change.after()) {
        disagree(change, findings);
      }
    }
    KeyPeriod next = periods.get(change.next().text());
    if (next != null) {
      long first = change.after() + 1;
      put(new KeyPeriod(next.key(), Math.max(next.first(), first), next.last()));
      if (next.first() != 0 && next.first() != first || next.last() < first) {
        disagree(change, findings);
      }
    }
  }

  /** Once, however often the borders are drawn. */
  private void disagree(KeyChange change, Findings findings) {
    if (disagreeing.add(change.name())) {
      findings.add(
          change.name()
              + " says that keys changed after size "
              + change.after()
              + "; the list of keys given says something else");
    }
  }

  /**
   * The keys of packs that are these keys under their other name. A pack that ends with the last
   * checkpoint of a key may be signed by the next one as well.
   */
  KeyRing ofPacks(Collection<KeyPeriod> given) {
    KeyRing packs = new KeyRing(given);
    for (KeyPeriod period : periods.values()) {
      packs.put(
          new KeyPeriod(
              period.key().named(name() + "/pack"),
              Math.max(0, period.first() - 1),
              period.last()));
    }
    return packs;
  }

  /**
   * Null when it is a checkpoint that the right key has signed, otherwise what is wrong with it.
   */
  String refusalFor(Checkpoint checkpoint) {
    String refusal = refusalFor(checkpoint.note(), checkpoint.size());
    if (refusal == null && !checkpoint.origin().equals(name())) {
      return "is of another log, " + checkpoint.origin();
    }
    return refusal;
  }

  /** The same for any note that is said of the log at this size. */
  String refusalFor(SignedNote note, long size) {
    String refusal = null;
    boolean good = false;
    for (KeyPeriod period : periods.values()) {
      String reason = note.refusalFor(period.key());
      if (reason == null) {
        good |= period.covers(size);
        refusal =
            size > period.last()
                ? "signed by a key that is retired since size " + period.last()
                : "signed by a key that came into use only after size " + (period.first() - 1);
      } else if (reason.equals("signature invalid")) {
        return reason;
      }
    }
    if (good) {
      return null;
    }
    return refusal == null ? "signed by an unknown key" : refusal;
  }

  /** The key that has signed it in its time. */
  VerifierKey signerOf(Checkpoint checkpoint) {
    return periods.values().stream()
        .filter(period -> period.covers(checkpoint.size()))
        .map(KeyPeriod::key)
        .filter(key -> checkpoint.note().refusalFor(key) == null)
        .findFirst()
        .orElseThrow();
  }
}
