package za.lexohub.verifier;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verification has found. A finding is a reason not to trust the input; a note is something
 * its reader has to know; a fact says what was checked. Findings of the same kind at successive
 * positions are told as one.
 */
final class Findings {

  private static final String WHERE = "@";
  private static final String WARNING = "WARNING: ";
  private static final int MOST = 1_000;

  private record Finding(String words, long from, long to) {

    String text() {
      if (from == 0) {
        return words;
      }
      String where = from == to ? "position " + from : "positions " + from + " to " + to;
      int hole = words.indexOf(WHERE);
      return words.substring(0, hole) + where + words.substring(hole + 1);
    }
  }

  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private long untold;

  /** A finding without a position. */
  void add(String text) {
    put(new Finding(text, 0, 0));
  }

  /** A finding at a position; the first {@code @} in the words becomes it. */
  void at(long position, String words) {
    at(position, position, words);
  }

  void at(long from, long to, String words) {
    if (!findings.isEmpty()) {
      Finding last = findings.getLast();
      if (last.from > 0 && last.to + 1 == from && last.words.equals(words)) {
        findings.set(findings.size() - 1, new Finding(words, last.from, to));
        return;
      }
    }
    put(new Finding(words, from, to));
  }

  /** Takes over another's findings. */
  void addAll(Findings other) {
    other.findings.forEach(this::put);
    untold += other.untold;
  }

  void note(String text) {
    if (!notes.contains(text)) {
      notes.add(text);
    }
  }

  /** A note that nobody may overlook. */
  void warn(String text) {
    note(WARNING + text);
  }

  void fact(String text) {
    facts.add(text);
  }

  boolean none() {
    return findings.isEmpty();
  }

  void print(String what, PrintStream out) {
    boolean warned = notes.stream().anyMatch(note -> note.startsWith(WARNING));
    out.println(
        (none() ? "VERIFIED  " : "NOT VERIFIED  ")
            + harmless(what)
            + (none() && warned ? "  (but read the WARNING below)" : ""));
    texts().forEach(text -> out.println("  ! " + harmless(text)));
    if (untold > 0) {
      out.println("  ! and " + untold + " more");
    }
    facts.forEach(fact -> out.println("  " + harmless(fact)));
    notes.forEach(
        note -> out.println((note.startsWith(WARNING) ? "  " : "  NOTE: ") + harmless(note)));
  }

  void printJson(String what, PrintStream out) {
    out.println(
        "{\"verdict\":"
            + Json.quote(none() ? "verified" : "altered")
            + ",\"input\":"
            + Json.quote(what)
            + ",\"findings\":["
            + String.join(",", findings.stream().map(Findings::json).toList())
            + "],\"more\":"
            + untold
            + ",\"facts\":["
            + String.join(",", facts.stream().map(Json::quote).toList())
            + "],\"notes\":["
            + String.join(",", notes.stream().map(Json::quote).toList())
            + "]}");
  }

  List<String> texts() {
    return findings.stream().map(Finding::text).toList();
  }

  /** What is quoted from the input must not move the cursor of the one who reads it. */
  private static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}|[\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "?");
  }

  private static String json(Finding finding) {
    String positions =
        finding.from == 0 ? "" : ",\"from\":" + finding.from + ",\"to\":" + finding.to;
    return "{\"text\":" + Json.quote(finding.text()) + positions + "}";
  }

  private void put(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    } else {
      untold++;
    }
  }
}
