package za.lexohub.processes.aws;

/** The receiving service will never take this very message; all others may go on. */
public final class RefusedForGood extends RuntimeException {

  public RefusedForGood(String message) {
    super(message);
  }

  public RefusedForGood(String message, Throwable cause) {
    super(message, cause);
  }
}
