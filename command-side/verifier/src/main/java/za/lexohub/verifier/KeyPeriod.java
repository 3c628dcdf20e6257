package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key, and the smallest and largest size of the checkpoints that are its to sign. */
record KeyPeriod(VerifierKey key, long first, long last) {

  /** As long as the key is in force. */
  static final long OPEN = Long.MAX_VALUE;

  private static final Pattern LINE = Pattern.compile("(\\S+)(?: ([0-9]+)-([0-9]*))?");

  /** All sizes, as far as is known. */
  static KeyPeriod always(VerifierKey key) {
    return new KeyPeriod(key, 0, OPEN);
  }

  /** {@code KEY}, {@code KEY 1-1200} or {@code KEY 1201-}. */
  static KeyPeriod read(String line) throws Malformed {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new Malformed("a key looks like name+1a2b3c4d+Base64, and may be followed by 1-1200");
    }
    VerifierKey key = VerifierKey.read(parts.group(1));
    if (parts.group(2) == null) {
      return always(key);
    }
    long first = Bytes.decimal(parts.group(2));
    long last = parts.group(3).isEmpty() ? OPEN : Bytes.decimal(parts.group(3));
    if (last < first) {
      throw new Malformed("its sizes end before they begin: " + line);
    }
    return new KeyPeriod(key, Math.max(first, 1), last);
  }

  /** One on each line; empty lines, and what stands behind {@code #}, say nothing. */
  static List<KeyPeriod> list(String text) throws Malformed {
    List<KeyPeriod> list = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String said = line.replaceFirst("#.*", "").strip();
      if (!said.isEmpty()) {
        list.add(read(said));
      }
    }
    return list;
  }

  /** The first key signs the empty log, too. */
  boolean covers(long size) {
    return first <= Math.max(size, 1) && size <= last;
  }

  /** Whether nothing was said of its sizes. */
  boolean isAlways() {
    return first == 0 && isOpen();
  }

  boolean isOpen() {
    return last == OPEN;
  }
}
