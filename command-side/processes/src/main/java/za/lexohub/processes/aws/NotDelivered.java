package za.lexohub.processes.aws;

/** The receiving service did not take a message now, and may take it later. */
public final class NotDelivered extends RuntimeException {

  public NotDelivered(String message) {
    super(message);
  }

  public NotDelivered(String message, Throwable cause) {
    super(message, cause);
  }
}
