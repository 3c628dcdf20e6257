package za.lexohub.embedded.eventbridge;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one rule of this server: every entry that it accepts goes to one queue of SQS, in the
 * envelope that EventBridge makes. EventBridge tries for a day; this one for some seconds.
 */
final class Forwarding {

  private static final int TRIES = 5;
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final URI queue;
  private final String region;

  Forwarding(String queueUrl, String region) {
    this.queue = URI.create(queueUrl);
    this.region = region;
  }

  /** Returns when the queue has taken it, or never will. */
  void send(AcceptedEvent event) {
    String body =
        "Action=SendMessage&Version=2012-11-05&MessageBody="
            + URLEncoder.encode(envelope(event), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(queue)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      for (int tries = 0; tries < TRIES && !isTaken(request); tries++) {
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException away) {
      return false;
    }
  }

  private String envelope(AcceptedEvent event) {
    ObjectNode envelope =
        json.createObjectNode()
            .put("version", "0")
            .put("id", event.id())
            .put("detail-type", event.detailType())
            .put("source", event.source())
            .put("account", "000000000000")
            .put("time", event.time().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", region);
    event.resources().forEach(envelope.putArray("resources")::add);
    envelope.set("detail", json.readTree(event.detail()));
    return envelope.toString();
  }
}
