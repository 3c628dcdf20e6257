package za.lexohub.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other ends of WebSockets, as API Gateway holds them: what is posted to one that is open is
 * kept, and of any other it is said that it is gone.
 */
final class OpenSockets {

  static final String SECRET = "between-the-gateway-and-us";
  private static final String CONNECTIONS = "/live/@connections/";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static OpenSockets shared;

  private final HttpServer server;
  private final Map<String, List<JsonNode>> open = new ConcurrentHashMap<>();

  private OpenSockets() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(CONNECTIONS, this::answer);
    server.start();
  }

  static synchronized OpenSockets shared() {
    if (shared == null) {
      try {
        shared = new OpenSockets();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  Map<String, Object> properties() {
    return Map.of(
        "lexohub.websocket.endpoint",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/live",
        "lexohub.websocket.secret",
        SECRET);
  }

  /** From now on it is there: API Gateway opens it once the application has let it in. */
  void open(String id) {
    open.put(id, new CopyOnWriteArrayList<>());
  }

  void close(String id) {
    open.remove(id);
  }

  /** What it was told, oldest first. */
  List<JsonNode> told(String id) {
    return open.getOrDefault(id, List.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = exchange.getRequestURI().getPath().substring(CONNECTIONS.length());
      List<JsonNode> told = open.get(id);
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (told == null) {
        exchange.sendResponseHeaders(410, -1);
      } else if (exchange.getRequestMethod().equals("DELETE")) {
        open.remove(id);
        exchange.sendResponseHeaders(204, -1);
      } else {
        told.add(JSON.readTree(text));
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }
}
