package za.lexohub.embedded.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a part that speaks HTTP whether it is there. */
public final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** What {@link #status} gives when nobody answers. */
  public static final int NO_ANSWER = -1;

  private Http() {}

  /**
   * The status of the answer, or {@link #NO_ANSWER}.
   *
   * @param headers names and values in turn
   */
  public static int status(String method, String url, String... headers) {
    return statusOf(method, url, HttpRequest.BodyPublishers.noBody(), headers);
  }

  /** As {@link #status}, with a body that is put. */
  public static int put(String url, String body, String... headers) {
    return statusOf("PUT", url, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  /** As {@link #status}, with a body that is posted. */
  public static int post(String url, String body, String... headers) {
    return statusOf("POST", url, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  private static int statusOf(
      String method, String url, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    }
  }
}
