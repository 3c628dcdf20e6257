package za.lexohub.readmodels.search;

import java.io.IOException;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * A call of the store, whose failures are told apart by whether they may pass.
 *
 * <p>The client speaks with two voices: an {@link OpenSearchException} for some statuses (400, 401,
 * 403, 404, 405) and an {@link IOException} for all others, a lost connection included.
 */
@FunctionalInterface
interface StoreCall<T> {

  T make() throws IOException;

  /**
   * Makes the call.
   *
   * @throws SearchStoreUnavailable for every failure of the store, since none of a whole call (as
   *     against one of its items) is the fault of a document
   */
  static <T> T orUnavailable(String what, StoreCall<T> call) {
    try {
      return call.make();
    } catch (OpenSearchException | IOException e) {
      throw new SearchStoreUnavailable(what + ": " + e.getMessage(), e);
    }
  }

  /** The HTTP status of a failed call, or 0 when there was no answer. */
  static int status(Throwable failure) {
    return switch (failure) {
      case OpenSearchException refused -> refused.status();
      case ResponseException refused -> refused.status();
      default -> 0;
    };
  }
}
