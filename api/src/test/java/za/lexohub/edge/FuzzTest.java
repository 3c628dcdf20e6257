package za.lexohub.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.edge.Description.Body;
import za.lexohub.edge.Description.Operation;

/**
 * Requests that nobody would write, made of the description: whatever comes, the answer is one that
 * is promised, and never our fault.
 *
 * <p>{@code -Dlexohub.fuzz.seed} repeats a run, {@code -Dlexohub.fuzz.rounds} makes it longer.
 */
class FuzzTest extends EdgeTest {
  private static final long SEED = Long.getLong("lexohub.fuzz.seed", System.nanoTime());
  private static final int ROUNDS = Integer.getInteger("lexohub.fuzz.rounds", 300);
  private static final int PER_ROUND = 4;

  private static final List<String> HEADERS =
      List.of(
          "Consistency-Token",
          "Last-Event-ID",
          "Prefer",
          "If-Match",
          "If-None-Match",
          "Idempotency-Key",
          "X-Correlation-Id",
          "X-Actor-Reason",
          "traceparent",
          "Accept",
          "Accept-Language",
          "Content-Type");

  private static final List<String> PARAMETERS =
      List.of(
          "asOf",
          "asOfPosition",
          "limit",
          "after",
          "sort",
          "q",
          "status",
          "types",
          "on",
          "from",
          "to",
          "createdAt[gte]",
          "issuedAt[lt]",
          "matterId",
          "unheard");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e400",
          "9999999999999999999999",
          "null",
          "true",
          "{}",
          "[]",
          "\"",
          "'",
          "\\",
          "' OR '1'='1",
          "../../etc/passwd",
          "${jndi:ldap://x}",
          "%s%n%d",
          "2026-02-30",
          "2026-13-45T25:61:61Z",
          "-999999999-01-01",
          "v",
          "\"v\"",
          "W/\"v1\"",
          "wait=-1",
          "wait=99999999999",
          "*/*",
          "text/html",
          "application/*",
          "00-0-0-0",
          "AAAA.AAAA.AAAA",
          "eyJhIjoxfQ",
          "a".repeat(3_000));

  private static final List<String> NOT_ASCII =
      List.of("\u0000", "\u202e", "é", "\ud83d\ude00", "\u2028", "\ufeff", "İ");

  private final Random random = new Random(SEED);

  @Test
  void whateverComesTheAnswerIsOneThatIsPromised() {
    List<Operation> operations = new Description(get("/openapi.json").send().json()).operations();
    List<String> wrong = new ArrayList<>();
    Map<Integer, Integer> seen = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      Operation operation = one(operations);
      for (int i = 0; i < PER_ROUND; i++) {
        String told = ask(operation, seen);
        if (told != null) {
          wrong.add(told);
        }
      }
    }

    assertThat(wrong).as("-Dlexohub.fuzz.seed=" + SEED).isEmpty();
    assertThat(seen.keySet())
        .as("it reaches what is behind the first check, or it shows nothing")
        .contains(400, 401, 404, 503);
  }

  /** What is wrong with the answer, or null. */
  private String ask(Operation operation, Map<Integer, Integer> seen) {
    String path = path(operation);
    String token = token(one(List.of("thandi", "naledi", "auditor", "operator")));
    Request request = request(operation.method(), path);
    request.freshKey().ifMatch("\"v1\"").header("Prefer", "wait=0");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      headers.put(one(HEADERS), text());
    }
    headers.forEach(request::header);
    request.header("Authorization", "Bearer " + (random.nextInt(6) == 0 ? spoilt(token) : token));
    byte[] body = {};
    if (!operation.isRead()) {
      body = body(operation);
      if (!headers.containsKey("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      request.bytes(body);
    }
    Reply reply = request.send();
    seen.merge(reply.status(), 1, Integer::sum);
    boolean promised =
        reply.status() < 400
            || reply.isProblem() && (reply.status() < 500 || reply.status() == 503);
    return promised
        ? null
        : "%s %s %s <- %s: %d %s"
            .formatted(
                operation.method(),
                path,
                headers,
                new String(body, UTF_8),
                reply.status(),
                reply.text());
  }

  private String path(Operation operation) {
    StringBuilder path = new StringBuilder();
    for (String part : operation.path().split("/")) {
      if (!part.isEmpty()) {
        path.append('/').append(part.startsWith("{") ? id() : part);
      }
    }
    char separator = '?';
    // A command takes none, and says so.
    for (int i = operation.isRead() ? random.nextInt(3) : random.nextInt(9) / 8; i > 0; i--) {
      path.append(separator).append(encoded(one(PARAMETERS))).append('=').append(encoded(any()));
      separator = '&';
    }
    return path.toString();
  }

  private String id() {
    return switch (random.nextInt(4)) {
      case 0 -> encodedSegment(any());
      case 1 -> UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
      default -> UUID.randomUUID().toString();
    };
  }

  /** A segment that is empty or only dots would be another address. */
  private static String encodedSegment(String text) {
    String encoded = encoded(text.replace("/", "").replace("\\", "").replace("\u0000", ""));
    return encoded.matches("[.]*") ? "x" : encoded;
  }

  private byte[] body(Operation operation) {
    Body body = one(operation.bodies());
    return switch (random.nextInt(8)) {
      case 0 -> bytes();
      case 1 -> {
        String text = body.example().toString();
        yield text.substring(0, random.nextInt(text.length() + 1)).getBytes(UTF_8);
      }
      default -> {
        JsonNode mutant = body.example().deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
          mutate(mutant);
        }
        yield mutant.toString().getBytes(UTF_8);
      }
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Changes one thing, as deep as chance leads. */
  private void mutate(JsonNode node) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      String name = one(new ArrayList<>(object.propertyNames()));
      if (object.get(name).isContainer() && random.nextInt(3) > 0) {
        mutate(object.get(name));
        return;
      }
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(any(), object.get(name));
        default -> object.set(name, value());
      }
    } else if (node instanceof ArrayNode items && !items.isEmpty()) {
      int index = random.nextInt(items.size());
      if (items.get(index).isContainer() && random.nextBoolean()) {
        mutate(items.get(index));
      } else {
        items.set(index, value());
      }
    }
  }

  private JsonNode value() {
    return switch (random.nextInt(7)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.valueToTree(random.nextLong());
      case 2 -> JSON.valueToTree(random.nextDouble() * 1e6);
      case 3 -> JSON.valueToTree(random.nextBoolean());
      case 4 -> JSON.valueToTree(List.of(any(), any()));
      case 5 -> JSON.valueToTree(Map.of("a", any()));
      default -> JSON.valueToTree(any());
    };
  }

  private String any() {
    return random.nextInt(4) == 0 ? one(NOT_ASCII) + text() : text();
  }

  /** What a header can carry. */
  private String text() {
    if (random.nextInt(3) > 0) {
      return one(TEXTS);
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  private String spoilt(String token) {
    int at = random.nextInt(token.length());
    char other = (char) ('A' + random.nextInt(26));
    return token.substring(0, at) + other + token.substring(Math.min(token.length(), at + 2));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
