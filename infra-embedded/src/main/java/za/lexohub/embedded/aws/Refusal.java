package za.lexohub.embedded.aws;

/** A whole request that is refused, with the code that AWS gives for it. */
public final class Refusal extends Exception {

  private final String code;

  public Refusal(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
