package za.lexohub.benchmarks.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between the query side and the store while the questions are prepared, and keeps what is
 * sent: the same bytes are then sent straight to the store.
 */
final class Overheard implements AutoCloseable {

  /** One request as it was sent. */
  record Sent(String target, byte[] body) {}

  private final URI store;
  private final HttpClient http;
  private final HttpServer server;
  private final List<Sent> sent = new ArrayList<>();

  Overheard(URI store, HttpClient http) throws IOException {
    this.store = store;
    this.http = http;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was sent since it was asked last. */
  synchronized List<Sent> sent() {
    List<Sent> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  private void pass(HttpExchange exchange) throws IOException {
    Sent one =
        new Sent(exchange.getRequestURI().toString(), exchange.getRequestBody().readAllBytes());
    synchronized (this) {
      sent.add(one);
    }
    try {
      HttpResponse<byte[]> answer = http.send(request(store, one), BYTES);
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              answer.headers().firstValue("Content-Type").orElse("application/json"));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  static final HttpResponse.BodyHandler<byte[]> BYTES = HttpResponse.BodyHandlers.ofByteArray();

  /** The same request to the store. */
  static HttpRequest request(URI store, Sent sent) {
    return HttpRequest.newBuilder(store.resolve(sent.target()))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(sent.body()))
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
