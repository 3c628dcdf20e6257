package za.lexohub.embedded.eventbridge;

/** A whole request that is refused, with the code that AWS gives for it. */
final class Refusal extends Exception {

  private final String code;

  Refusal(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
