package za.lexohub.journeys;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks to the API the way a good client does: a fresh idempotency key per command,
 * the ETag that was read last, and the consistency token of its own last command on every read.
 */
final class Caller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private static final int WAIT_SECONDS = 20;

  private final URI base;
  private final @Nullable String token;
  private final boolean persistent;
  private final int waitSeconds;
  private final Consumer<Answer> listener;
  private final AtomicReference<String> consistency = new AtomicReference<>("");

  private Caller(
      URI base,
      @Nullable String token,
      boolean persistent,
      int waitSeconds,
      Consumer<Answer> listener) {
    this.base = base;
    this.token = token;
    this.persistent = persistent;
    this.waitSeconds = waitSeconds;
    this.listener = listener;
  }

  /** A sample user of the local issuer. */
  static Caller as(String user, URI base) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + user).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/oauth2/token"))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    String token = new Answer(exchanged(request)).expect(200).at("/access_token");
    return new Caller(base, token, false, WAIT_SECONDS, answer -> {});
  }

  /** Somebody without a login, or with a token of the test's own making. */
  static Caller with(@Nullable String token, URI base) {
    return new Caller(base, token, false, WAIT_SECONDS, answer -> {});
  }

  /** The same person after the application has moved to another port or has been started again. */
  Caller at(URI base) {
    return copy(base, persistent, waitSeconds, listener);
  }

  /**
   * The same person, who repeats a request, with its Idempotency-Key, until the application is
   * there and has an answer.
   */
  Caller persistent() {
    return copy(base, true, waitSeconds, listener);
  }

  /** The same person, who lets a read model be behind no longer than that. */
  Caller waiting(int seconds) {
    return copy(base, persistent, seconds, listener);
  }

  /** The same person, overheard by somebody who is told every answer. */
  Caller heardBy(Consumer<Answer> somebody) {
    return copy(base, persistent, waitSeconds, somebody);
  }

  private Caller copy(URI where, boolean patiently, int seconds, Consumer<Answer> somebody) {
    Caller copy = new Caller(where, token, patiently, seconds, somebody);
    copy.consistency.set(consistency.get());
    return copy;
  }

  /** Of its own last command; 0 before the first. */
  long position() {
    return consistency.get().isEmpty() ? 0 : Long.parseLong(consistency.get());
  }

  Answer get(String path) {
    HttpRequest.Builder request = request(path).GET();
    if (!consistency.get().isEmpty()) {
      request
          .header("Consistency-Token", consistency.get())
          .header("Prefer", "wait=" + waitSeconds);
    }
    return send(request.build());
  }

  /** A command on nothing that exists yet, or by public link. */
  Answer post(String path, String body) {
    return post(path, body, Map.of());
  }

  Answer post(String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!headers.containsKey("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    headers.forEach(request::header);
    Answer answer = send(request.build());
    String position = answer.header("Consistency-Token");
    if (!position.isEmpty()) {
      consistency.set(position);
    }
    return answer;
  }

  /** A command on what stands at {@code resource}, in the version that is read just before. */
  Answer command(String resource, String verb, String body) {
    String etag = get(resource).expect(200).etag();
    return post(resource + "/" + verb, body, Map.of("If-Match", etag));
  }

  /** With these headers and no others but the token. */
  Answer send(String method, String path, Map<String, String> headers, byte[] body) {
    return send(method, path, headers, BodyPublishers.ofByteArray(body));
  }

  /** As {@link #send}, without saying beforehand how long the body is. */
  Answer streamed(String path, Map<String, String> headers, byte[] body) {
    return send(
        "POST", path, headers, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private Answer send(
      String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request = request(path).method(method, body);
    headers.forEach(request::header);
    return send(request.build());
  }

  /** All pages of a list. */
  List<String> ids(String path) {
    List<String> ids = new ArrayList<>();
    String next = path;
    while (!next.isEmpty()) {
      Answer page = get(next).expect(200);
      page.json().path("data").forEach(item -> ids.add(item.path("id").asString()));
      String cursor = page.json().path("nextCursor").asString("");
      next = cursor.isEmpty() ? "" : path + (path.contains("?") ? "&" : "?") + "after=" + cursor;
    }
    return ids;
  }

  /** A stream of changes, from after {@code lastEventId} unless that is blank. */
  Watcher watch(String query, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/v1/stream" + query))
            .header("Accept", "text/event-stream");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      return new Watcher(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    return persistent
        ? await()
            .atMost(Story.PATIENCE)
            .pollInterval(Duration.ofMillis(100))
            .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
            .until(() -> once(request), answer -> !answer.asksToComeAgain())
        : once(request);
  }

  private Answer once(HttpRequest request) {
    Answer answer = new Answer(exchanged(request));
    listener.accept(answer);
    return answer;
  }

  private static HttpResponse<byte[]> exchanged(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
