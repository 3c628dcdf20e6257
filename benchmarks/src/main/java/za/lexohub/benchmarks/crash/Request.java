package za.lexohub.benchmarks.crash;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client wants done once.
 *
 * @param key the idempotency key; every event carries it in its payload, too
 * @param events how many, all or none
 */
record Request(String key, UUID stream, int events) {

  /** Finds the key in the text of an event's payload. */
  static final String KEY_IN_PAYLOAD = "(crash-[0-9]+-[0-9]+)#";

  private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (\\d+)");

  String line() {
    return key + " " + stream + " " + events;
  }

  static Request of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no request: " + line);
    }
    return new Request(
        matcher.group(1), UUID.fromString(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }
}
