package za.lexohub.sessions;

/** The table of sessions or of connections does not answer now, and may later. */
public final class SessionsUnavailable extends RuntimeException {

  public SessionsUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
