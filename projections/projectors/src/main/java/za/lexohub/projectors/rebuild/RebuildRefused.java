package za.lexohub.projectors.rebuild;

import za.lexohub.messages.processing.Failure;

/** What is wished of a rebuild cannot be now; nothing was changed. */
public final class RebuildRefused extends RuntimeException {

  /** Which kind of refusal it is. */
  public enum Kind {
    NOT_FOUND,
    CONFLICT,
    UNAVAILABLE
  }

  private final Kind kind;
  private final String code;

  private RebuildRefused(Kind kind, String code, String detail) {
    super(detail);
    this.kind = kind;
    this.code = code;
  }

  static RebuildRefused notFound(String detail) {
    return new RebuildRefused(Kind.NOT_FOUND, "not-found", detail);
  }

  static RebuildRefused conflict(String code, String detail) {
    return new RebuildRefused(Kind.CONFLICT, code, detail);
  }

  static RebuildRefused unavailable(String detail) {
    return new RebuildRefused(Kind.UNAVAILABLE, "unavailable", detail);
  }

  /** What the database has not done, and so nothing was. */
  static RebuildRefused because(String group, RuntimeException failure) {
    return switch (SqlStates.of(failure)) {
      case SqlStates.LOCK_NOT_AVAILABLE, SqlStates.DEADLOCK ->
          conflict(
              "tables-in-use",
              "A long question holds the tables of %s; nothing has changed, try again."
                  .formatted(group));
      case SqlStates.OTHER_FORM -> conflict("other-form", Failure.of(failure).message());
      default ->
          unavailable("%s is left as it was: %s".formatted(group, Failure.of(failure).message()));
    };
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
