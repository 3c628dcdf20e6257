package za.lexohub.sessions;

import org.jspecify.annotations.Nullable;

/** The table of sessions or of connections does not answer now, and may later. */
public final class SessionsUnavailable extends RuntimeException {

  public SessionsUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
