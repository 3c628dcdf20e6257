package za.lexohub.projectors.rebuild;

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
