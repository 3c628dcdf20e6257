package za.lexohub.edge;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running edge for all tests of it. */
@SpringBootTest(
    classes = EdgeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "lexohub.parts=none",
      "lexohub.public-url=http://localhost:8080",
      "lexohub.keys.directory=target/edge-keys",
      "lexohub.opensearch.url=http://localhost:1",
      "lexohub.redis.url=redis://localhost:1",
      "lexohub.public-links.requests-per-minute=100000",
      "lexohub.rate-limits.public-token=100000",
      "lexohub.rate-limits.user=100000",
      "lexohub.rate-limits.tenant=100000",
      "spring.main.banner-mode=off"
    })
@ActiveProfiles("embedded")
abstract class EdgeTest {
  static final JsonMapper JSON = new JsonMapper();
  static final String THANDI = "7a1d0c5e-0001-4000-8000-000000000001";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  @LocalServerPort int port;
  @Autowired RecordingGateway gateway;
  @Autowired RecordingLedger ledger;
  @Autowired EdgeApplication.KnownLinks links;
  @Autowired JWKSource<SecurityContext> keys;

  @BeforeEach
  void forget() {
    gateway.reset();
    links.byHash.clear();
  }

  /** One request under construction. */
  final class Request {
    private final HttpRequest.Builder builder;
    private final String method;
    private byte[] body = {};

    private Request(String method, String path) {
      this.method = method;
      this.builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    Request as(String user) {
      return header("Authorization", "Bearer " + token(user));
    }

    Request header(String name, String value) {
      builder.setHeader(name, value);
      return this;
    }

    Request key(String key) {
      return header("Idempotency-Key", key);
    }

    Request freshKey() {
      return key(UUID.randomUUID().toString());
    }

    Request ifMatch(String tag) {
      return header("If-Match", tag);
    }

    Request json(String json) {
      body = json.getBytes(StandardCharsets.UTF_8);
      return header("Content-Type", "application/json");
    }

    Request bytes(byte[] bytes) {
      body = bytes;
      return this;
    }

    Reply send() {
      try {
        return new Reply(
            HTTP.send(
                builder.method(method, BodyPublishers.ofByteArray(body)).build(),
                BodyHandlers.ofString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** An answer as a test looks at it. */
  record Reply(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    String text() {
      return http.body();
    }

    JsonNode json() {
      return JSON.readTree(http.body());
    }

    String code() {
      return json().path("code").asString("");
    }

    String pointer() {
      return json().path("errors").path(0).path("pointer").asString("none");
    }

    boolean isProblem() {
      return header("Content-Type").startsWith("application/problem+json")
          && json().path("status").asInt() == status()
          && json().path("type").asString("").endsWith("/problems/" + code())
          && !json().path("traceId").asString("").isEmpty();
    }
  }

  Request get(String path) {
    return new Request("GET", path);
  }

  Request post(String path) {
    return new Request("POST", path);
  }

  Request request(String method, String path) {
    return new Request(method, path);
  }

  String token(String user) {
    return TOKENS.computeIfAbsent(user + port, u -> fetchToken(user));
  }

  private String fetchToken(String user) {
    String basic =
        Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    Reply reply =
        post("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("grant_type=client_credentials".getBytes(StandardCharsets.UTF_8))
            .send();
    return reply.json().path("access_token").asString();
  }

  RSAKey signingKey() {
    return ((ImmutableJWKSet<SecurityContext>) keys).getJWKSet().getKeys().getFirst().toRSAKey();
  }

  static final String MATTER =
      """
      {"matterType": "Commercial litigation", "title": "Dlamini v Transit Holdings",
       "client": {"name": "Nomvula Dlamini", "email": "nomvula@dlamini.example"},
       "attorney": {"name": "Sipho Khumalo", "email": "sipho@khumalo.example",
                    "address": "1 Fox Street, Johannesburg"}}
      """;

  static final String PAYMENT =
      """
      {"amount": {"amount": 1500000, "currency": "ZAR"}, "method": "EFT"}
      """;
}
