package za.lexohub.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * An export of events, read line by line: a header, one event per line, a trailer that counts them
 * and hashes all bytes before it.
 */
final class Export {

  /** What the first line says; null in an {@link Export} when it could not be read. */
  record Header(String origin, Scope scope, long checkpointSize) {}

  /** A line between header and trailer. Without an event when it could not be read. */
  record Line(long number, long position, EventLine event, String problem) {}

  private static final int LONGEST_LINE = 256 << 20;

  private final Bytes.Lines lines;
  private final Findings findings;
  private final Progress progress;
  private final MessageDigest digest = Bytes.sha256();
  private final Header header;
  private byte[] held;
  private long number = 1;
  private long events;
  private long first;
  private long last;
  private boolean recognised;

  Export(InputStream in, Findings findings, Progress progress) throws IOException {
    this.lines = new Bytes.Lines(in, LONGEST_LINE);
    this.findings = findings;
    this.progress = progress;
    byte[] line = lines.next();
    if (line == null) {
      findings.add("the export is empty: header, events and trailer are missing");
      this.header = null;
      return;
    }
    this.header = header(line);
    digest.update(line);
    held = lines.next();
  }

  Header header() {
    return header;
  }

  long events() {
    return events;
  }

  /** The position of the first readable event, 0 when there is none. */
  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /** The next event, or null at the end; the trailer has then been checked. */
  Line next() throws IOException, Unreadable {
    while (held != null) {
      byte[] bytes = held;
      held = lines.next();
      number++;
      Map<String, Object> json = null;
      String problem = null;
      try {
        json = json(bytes);
      } catch (Malformed e) {
        problem = e.getMessage();
      }
      if (json != null && json.containsKey("trailer")) {
        trailer(json);
        if (held != null) {
          findings.add("line " + number + ": a trailer, but lines follow it");
          digest.update(bytes);
          continue;
        }
        return null;
      }
      digest.update(bytes);
      events++;
      progress.step();
      if (held == null) {
        findings.add("the trailer line is missing: the file is cut off after line " + number);
      }
      return event(json, problem);
    }
    if (number == 1 && header != null) {
      findings.add("the trailer line is missing: the file is cut off after line 1");
      number++;
    }
    if (!recognised && header == null) {
      throw new Unreadable("this is no event export: neither header, event nor trailer is there");
    }
    return null;
  }

  private Line event(Map<String, Object> json, String unreadable) {
    String problem = unreadable;
    long position = 0;
    EventLine event = null;
    if (json != null) {
      try {
        position = Math.max(0, Json.whole(json, "position"));
        event = EventLine.read(json);
        recognised = true;
      } catch (Malformed e) {
        problem = e.getMessage();
      }
    }
    if (event != null) {
      first = first == 0 ? position : first;
      last = position;
    }
    return new Line(number, position, event, problem);
  }

  private Header header(byte[] bytes) {
    try {
      Map<String, Object> json = json(bytes);
      if (!json.keySet().equals(Set.of("lexohub", "version", "origin", "scope", "checkpointSize"))
          || !Json.string(json, "lexohub").equals("event-export")) {
        throw new Malformed("its fields are not those of an event export");
      }
      if (Json.whole(json, "version") != 1) {
        throw new Malformed("only version 1 is known here");
      }
      long size = Json.whole(json, "checkpointSize");
      if (size < 0) {
        throw new Malformed("\"checkpointSize\" is negative");
      }
      return new Header(Json.string(json, "origin"), Scope.read(json.get("scope")), size);
    } catch (Malformed e) {
      findings.add("line 1: the header is altered or missing (" + e.getMessage() + ")");
      return null;
    }
  }

  private void trailer(Map<String, Object> json) {
    try {
      Map<String, Object> trailer = Json.object(json.get("trailer"), "\"trailer\"");
      if (json.size() != 1
          || !trailer
              .keySet()
              .equals(Set.of("events", "firstPosition", "lastPosition", "sha256"))) {
        throw new Malformed("its fields are not those of a trailer");
      }
      recognised = true;
      long told = Json.whole(trailer, "events");
      if (told != events) {
        findings.add("the trailer counts " + told + " events, the file holds " + events);
      }
      if (position(trailer, "firstPosition") != first
          || position(trailer, "lastPosition") != last) {
        findings.add("the trailer names another first or last position than the events have");
      }
      byte[] sha256 = Bytes.hex(Json.string(trailer, "sha256"), 32);
      byte[] actual = copy().digest();
      if (!Arrays.equals(sha256, actual)) {
        findings.add("the trailer's SHA-256 is not that of the lines before it");
      }
    } catch (Malformed e) {
      findings.add("line " + number + ": the trailer is altered (" + e.getMessage() + ")");
    }
  }

  private MessageDigest copy() {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  private static long position(Map<String, Object> trailer, String name) throws Malformed {
    return trailer.get(name) == null ? 0 : Json.whole(trailer, name);
  }

  private static Map<String, Object> json(byte[] line) throws Malformed {
    if (line[line.length - 1] != '\n') {
      throw new Malformed("cut off: the line does not end");
    }
    return Json.readObject(Bytes.utf8(Arrays.copyOf(line, line.length - 1)));
  }
}
