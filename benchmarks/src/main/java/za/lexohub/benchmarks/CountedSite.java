package za.lexohub.benchmarks;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application with some matters in it, and tokens of two sample users. */
final class CountedSite {

  private static final String COUNTS = "/api/v1/workflow/counts";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final URI base;
  private final String advocate;
  private final String operator;
  private final List<String> matters = new ArrayList<>();

  CountedSite(HttpClient http, URI base) throws Exception {
    this.http = http;
    this.base = base;
    advocate = token("thandi");
    operator = token("operator");
  }

  HttpRequest.Builder request(String path) {
    return to(path, advocate);
  }

  private HttpRequest.Builder to(String path, String token) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  String send(HttpRequest request) throws IOException, InterruptedException {
    return answer(request).body();
  }

  HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  /** Their ids. */
  List<String> matters() {
    return matters;
  }

  private String token(String user) throws Exception {
    String credentials =
        Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/oauth2/token"))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    return JSON.readTree(send(request)).path("access_token").asString();
  }

  /** Something to count and to read. */
  void open(int number) throws Exception {
    for (int i = 0; i < number; i++) {
      String body =
          """
          {"matterType": "Opinion", "title": "Matter %1$d", "client": {"name": "Client %1$d"},
           "attorney": {"name": "Sipho Khumalo", "email": "s@khumalo.example",
                        "address": "1 Fox Street"}}
          """
              .formatted(i);
      String place =
          answer(
                  request("/api/v1/matters")
                      .header("Content-Type", "application/json")
                      .header("Idempotency-Key", UUID.randomUUID().toString())
                      .POST(BodyPublishers.ofString(body))
                      .build())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      matters.add(place.substring(place.lastIndexOf('/') + 1));
    }
  }

  /** The first question finds the sets incomplete and has them filled. */
  void awaitCounts() throws Exception {
    double hits = 0;
    for (int i = 0; i < 300 && hits == 0; i++) {
      send(request(COUNTS).GET().build());
      Thread.sleep(100);
      hits = hits(false);
    }
  }

  /** What the server took for an address, and what part of the questions a cache has answered. */
  Map<String, Object> said(String address, double hits, double asked) throws Exception {
    JsonNode times =
        metric(
                "http.server.requests?tag="
                    + encoded("uri:" + address)
                    + "&tag="
                    + encoded("method:GET"))
            .path("measurements");
    double count = 0;
    double seconds = 0;
    for (JsonNode time : times) {
      switch (time.path("statistic").asString()) {
        case "COUNT" -> count = time.path("value").asDouble();
        case "TOTAL_TIME" -> seconds = time.path("value").asDouble();
        default -> {}
      }
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("requests", (long) count);
    row.put("mean ms", 1000 * seconds / count);
    row.put("asked of Redis", (long) asked);
    row.put("hits %", 100 * hits / asked);
    return row;
  }

  /** Answers from Redis so far: of matters' cards, or of counts. */
  double hits(boolean cards) throws Exception {
    return requests(cards, "hit");
  }

  /** All questions so far. */
  double asked(boolean cards) throws Exception {
    return requests(cards, "hit") + requests(cards, "miss") + requests(cards, "away");
  }

  private double requests(boolean cards, String outcome) throws Exception {
    return metric(
            "lexohub.cache.requests?tag="
                + encoded("cache:" + (cards ? "matter" : "counts"))
                + "&tag="
                + encoded("outcome:" + outcome))
        .path("measurements")
        .path(0)
        .path("value")
        .asDouble(0);
  }

  private JsonNode metric(String name) throws Exception {
    return JSON.readTree(send(to("/actuator/metrics/" + name, operator).GET().build()));
  }

  private static String encoded(String tag) {
    return URLEncoder.encode(tag, StandardCharsets.UTF_8);
  }
}
