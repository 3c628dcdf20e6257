package za.lexohub.benchmarks.mixed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status 0 when nothing did
 * @param etag blank when there is none
 * @param position of the command, blank when it was none
 */
record Reply(int status, String etag, String position, String body) {

  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Status and code of the problem, or why there is no answer. */
  String said() {
    Matcher code = CODE.matcher(body);
    return status == 0 ? body : status + (code.find() ? " " + code.group(1) : "");
  }

  /** Of what was made. */
  String id() {
    Matcher id = ID.matcher(body);
    if (!id.find()) {
      throw new IllegalStateException("no id in " + this);
    }
    return id.group(1);
  }

  Reply orFail(String what) {
    if (!isGood()) {
      throw new IllegalStateException(what + " was answered " + status + ": " + body);
    }
    return this;
  }
}
