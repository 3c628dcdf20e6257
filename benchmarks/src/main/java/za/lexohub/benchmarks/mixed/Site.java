package za.lexohub.benchmarks.mixed;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as its callers and its operator reach it. */
public final class Site implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;
  private final String operator;

  public Site(URI base) {
    this.base = base;
    this.operator = operatorToken();
  }

  private String operatorToken() {
    String credentials =
        Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/oauth2/token"))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    return JSON.readTree(send(request).orFail("The operator's login").body())
        .path("access_token")
        .asString();
  }

  /**
   * @param consistency the position of the caller's last command; then the answer is awaited for
   *     two seconds
   */
  Reply get(String path, String token, @Nullable String consistency) {
    HttpRequest.Builder request = request(path, token).GET();
    if (consistency != null) {
      request.header("Consistency-Token", consistency).header("Prefer", "wait=2");
    }
    return send(request.build());
  }

  /**
   * @param etag of what is changed; absent when nothing exists yet
   */
  Reply post(String path, String token, String body, @Nullable String etag) {
    HttpRequest.Builder request =
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body));
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return send(request.build());
  }

  /** What the operator sees at an address of the application's own. */
  JsonNode operated(String path) {
    return JSON.readTree(send(request(path, operator).GET().build()).orFail(path).body());
  }

  /**
   * One number of a meter, summed over what its other tags say; 0 for a meter that is not there.
   *
   * @param statistic such as {@code COUNT}
   * @param tags such as {@code pool:event-log}
   */
  double meter(String name, String statistic, String... tags) {
    StringBuilder path = new StringBuilder("/actuator/metrics/").append(name);
    for (int i = 0; i < tags.length; i++) {
      path.append(i == 0 ? "?tag=" : "&tag=")
          .append(URLEncoder.encode(tags[i], StandardCharsets.UTF_8));
    }
    Reply reply = send(request(path.toString(), operator).GET().build());
    if (reply.status() == 404) {
      return 0;
    }
    for (JsonNode measured : JSON.readTree(reply.orFail(name).body()).path("measurements")) {
      if (measured.path("statistic").asString().equals(statistic)) {
        return measured.path("value").asDouble();
      }
    }
    return 0;
  }

  /** The values of a meter's tag; none for a meter that is not there. */
  List<String> tags(String name, String tag) {
    Reply reply = send(request("/actuator/metrics/" + name, operator).GET().build());
    List<String> values = new ArrayList<>();
    if (reply.status() != 404) {
      for (JsonNode known : JSON.readTree(reply.orFail(name).body()).path("availableTags")) {
        if (known.path("tag").asString().equals(tag)) {
          known.path("values").forEach(value -> values.add(value.asString()));
        }
      }
    }
    return values;
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Reply(
          answer.statusCode(),
          answer.headers().firstValue("ETag").orElse(""),
          answer.headers().firstValue("Consistency-Token").orElse(""),
          answer.body());
    } catch (IOException e) {
      return new Reply(0, "", "", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(0, "", "", "interrupted");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
