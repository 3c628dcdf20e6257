package za.lexohub.messages.processing;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * What may be shown and kept of an exception. Messages of stores quote what they were given, which
 * may be somebody's name: of each only the first line is taken, and what stands in quotes is left
 * out, unless the database names its own constraint or column there.
 *
 * @param type the class of the exception that a handler threw
 * @param message of the exception at the bottom of it
 */
public record Failure(String type, String message) {

  private static final int LONGEST = 300;
  private static final String ELLIPSIS = "…";

  /** Up to the last quote of the line, or its end: a quoted text may hold a quote itself. */
  private static final Pattern QUOTED =
      Pattern.compile("\".*\"|\".*$|(?<!\\w)'.*'|(?<!\\w)'.*$", Pattern.MULTILINE);

  public static Failure of(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = safe(root);
    return new Failure(
        thrown.getClass().getName(),
        root == thrown ? message : root.getClass().getSimpleName() + ": " + message);
  }

  private static String safe(Throwable root) {
    String message = root.getMessage();
    if (message == null || message.isBlank()) {
      return "no message";
    }
    String line = message.lines().findFirst().orElse("").strip();
    String shown = namesOnly(root) ? line : QUOTED.matcher(line).replaceAll(ELLIPSIS);
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + ELLIPSIS;
  }

  /** Broken constraints and wrong statements: what PostgreSQL quotes then are its own names. */
  private static boolean namesOnly(Throwable root) {
    return root instanceof SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().startsWith("23") || sql.getSQLState().startsWith("42"));
  }
}
