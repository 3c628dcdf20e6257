package za.lexohub.query.search;

import java.time.Duration;

/** The search cannot answer now; it never answers with a part of what there is instead. */
public final class SearchUnavailable extends RuntimeException {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  SearchUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  SearchUnavailable(String message) {
    super(message);
  }

  /** When it is worth asking again. */
  public Duration retryAfter() {
    return RETRY_AFTER;
  }
}
