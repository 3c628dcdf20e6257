package za.lexohub.processes.queue;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failure as the log may show it, on one line: what kinds of failures led to it and where in our
 * code it arose. What other libraries say about it is left out, because they quote what they were
 * given: an address, a value, a part of the message. Our own words and those of the AWS SDK name
 * ids only.
 */
final class FailureText {

  private static final String OURS = "za.lexohub.";
  private static final int DEEPEST = 8;
  private static final int LONGEST = 300;

  static String of(Throwable failure) {
    List<String> parts = new ArrayList<>();
    String place = "";
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      parts.add(kind(cause));
      String here = place(cause);
      place = here.isEmpty() ? place : here;
      cause = cause.getCause();
    }
    return String.join(", caused by ", parts) + place;
  }

  private static String kind(Throwable failure) {
    String name = failure.getClass().getName();
    boolean speaks = thrownByUs(failure) || failure instanceof SdkException;
    return speaks && failure.getMessage() != null ? name + ": " + line(failure.getMessage()) : name;
  }

  private static boolean thrownByUs(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    // The text of an exception made from its cause alone is the cause's.
    boolean quotes =
        failure.getCause() != null && failure.getCause().toString().equals(failure.getMessage());
    return trace.length > 0 && trace[0].getClassName().startsWith(OURS) && !quotes;
  }

  private static String place(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS)) {
        return " at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  /** What came with a message must not look like a line of the log. */
  static String line(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }

  private FailureText() {}
}
