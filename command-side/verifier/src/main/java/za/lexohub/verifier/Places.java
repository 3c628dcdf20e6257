package za.lexohub.verifier;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Puts the lines of a whole log into their places, one for each position from 1 on, and says what
 * is missing, there twice, or in another's place. Looks ahead only where something is wrong.
 */
final class Places {

  /** Hears of each line and the place it stands in. */
  interface Taker {

    /** An event in its place, or a line in this place that could not be read. */
    void placed(long place, Export.Line line) throws IOException;

    /** An event of another position in this place, or in none (0). */
    void displaced(long place, Export.Line line) throws IOException;

    /** From here on the places can no longer be counted on. */
    void broken(long place);
  }

  private record Span(long from, long to) {}

  private record Stray(long place, Export.Line line, boolean extra) {}

  private static final int AHEAD = 64;
  private static final int MOST = 10_000;

  private final Export export;
  private final Taker taker;
  private final Findings findings;
  private final Deque<Export.Line> ahead = new ArrayDeque<>();
  private final List<Span> missing = new ArrayList<>();
  private final List<Stray> strays = new ArrayList<>();
  private long expected = 1;

  Places(Export export, Taker taker, Findings findings) {
    this.export = export;
    this.taker = taker;
    this.findings = findings;
  }

  /** Reads to the end and returns the last place that is filled or known to be missing. */
  long run() throws IOException, Unreadable {
    for (Export.Line line = next(); line != null; line = next()) {
      if (line.position() == expected) {
        taker.placed(expected++, line);
      } else {
        unexpected(line);
      }
    }
    tell();
    return expected - 1;
  }

  private void unexpected(Export.Line line) throws IOException, Unreadable {
    while (ahead.size() < AHEAD) {
      Export.Line more = export.next();
      if (more == null) {
        break;
      }
      ahead.add(more);
    }
    taker.broken(expected);
    int offset = 1;
    for (Iterator<Export.Line> lines = ahead.iterator(); lines.hasNext(); offset++) {
      long position = lines.next().position();
      if (position == expected + offset) {
        replace(line);
        return;
      }
      if (position == expected) {
        stray(0, line, true);
        return;
      }
    }
    if (line.position() == 0 || endsAnExchange(line)) {
      replace(line);
    } else if (line.position() < expected) {
      stray(0, line, true);
    } else {
      missing.add(new Span(expected, line.position() - 1));
      expected = line.position();
      taker.placed(expected++, line);
    }
  }

  private boolean endsAnExchange(Export.Line line) {
    return ahead.isEmpty()
        && strays.stream()
            .anyMatch(s -> s.place() == line.position() && s.line().position() == expected);
  }

  private void replace(Export.Line line) throws IOException {
    if (line.position() == 0) {
      taker.placed(expected, line);
    } else {
      stray(expected, line, false);
    }
    expected++;
  }

  private void stray(long place, Export.Line line, boolean extra) throws IOException {
    if (strays.size() < MOST) {
      strays.add(new Stray(extra ? expected : place, slim(line), extra));
    }
    taker.displaced(extra ? 0 : place, line);
  }

  /** What is kept for the end needs no payload. */
  private static Export.Line slim(Export.Line line) {
    return new Export.Line(line.number(), line.position(), null, line.problem());
  }

  private Export.Line next() throws IOException, Unreadable {
    return ahead.isEmpty() ? export.next() : ahead.poll();
  }

  private void tell() {
    List<Stray> open = new ArrayList<>(strays);
    while (!open.isEmpty()) {
      Stray stray = open.removeFirst();
      long position = stray.line().position();
      if (position == 0) {
        findings.add("line " + stray.line().number() + " inserted: " + stray.line().problem());
      } else if (stray.extra()) {
        tellExtra(stray, position);
      } else if (open.removeIf(
          o -> o.place() == position && o.line().position() == stray.place())) {
        exchanged(stray.place(), position);
      } else if (found(position)) {
        exchanged(stray.place(), position);
        missing.add(new Span(stray.place(), stray.place()));
      } else {
        findings.at(
            stray.place(), "@ missing: position " + position + " stands in its place, duplicated");
      }
    }
    missing.sort((a, b) -> Long.compare(a.from(), b.from()));
    missing.forEach(span -> findings.at(span.from(), span.to(), "@ missing"));
  }

  private void tellExtra(Stray stray, long position) {
    if (!found(position)) {
      findings.at(position, "@ inserted/duplicated (line " + stray.line().number() + ")");
    } else if (position == stray.place() + 1) {
      exchanged(stray.place(), position);
    } else {
      findings.at(position, "@ moved before position " + stray.place());
    }
  }

  private void exchanged(long one, long other) {
    findings.add("positions " + Math.min(one, other) + ", " + Math.max(one, other) + " exchanged");
  }

  /** Takes a position out of the missing ones; it was found elsewhere. */
  private boolean found(long position) {
    for (Span span : missing) {
      if (span.from() <= position && position <= span.to()) {
        missing.remove(span);
        if (span.from() < position) {
          missing.add(new Span(span.from(), position - 1));
        }
        if (position < span.to()) {
          missing.add(new Span(position + 1, span.to()));
        }
        return true;
      }
    }
    return false;
  }
}
