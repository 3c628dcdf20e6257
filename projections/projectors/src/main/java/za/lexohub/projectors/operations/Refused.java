package za.lexohub.projectors.operations;

import za.lexohub.projectors.rebuild.RebuildRefused;

/** An operator's wish that is not fulfilled, and why; nothing was changed. */
final class Refused extends RuntimeException {

  private final int status;
  private final String code;

  private Refused(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  static Refused notFound(String detail) {
    return new Refused(404, "not-found", detail);
  }

  static Refused invalid(String detail) {
    return new Refused(400, "invalid-input", detail);
  }

  static Refused conflict(String code, String detail) {
    return new Refused(409, code, detail);
  }

  static Refused unavailable(String detail) {
    return new Refused(503, "unavailable", detail);
  }

  static Refused of(RebuildRefused refused) {
    return switch (refused.kind()) {
      case NOT_FOUND -> notFound(refused.detail());
      case CONFLICT -> conflict(refused.code(), refused.detail());
      case UNAVAILABLE -> unavailable(refused.detail());
    };
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
