package za.lexohub.readmodels.search;

import org.jspecify.annotations.Nullable;

/**
 * The search store cannot do it now, and may do it later: it is down, overloaded, out of time, or
 * an index is missing until it is rebuilt. Nothing that was asked for may be taken as done.
 */
public final class SearchStoreUnavailable extends RuntimeException {

  public SearchStoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
