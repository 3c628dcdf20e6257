package za.lexohub.journeys;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Stands before the nodes as the load balancer does on AWS: reads go to one role, writes to
 * another, in turn to those nodes that say they are ready. Only what did not get through to a node
 * is tried at the next; a connection is used once.
 */
final class Balancer implements AutoCloseable {

  /**
   * What arrives behind a gateway: an address that the caller made up, the caller's own as the
   * outermost machine of ours saw it, and that machine's.
   */
  static final String FORWARDED_FOR = "198.51.100.1, 203.0.113.9, 10.0.0.5";

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Set<String> OF_ONE_HOP =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private final HttpServer server;
  private final ScheduledExecutorService looks = Executors.newScheduledThreadPool(2);
  private final List<Node> reads = new CopyOnWriteArrayList<>();
  private final List<Node> writes = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  private static final class Node {
    final URI base;
    volatile boolean ready;

    Node(URI base) {
      this.base = base;
    }
  }

  Balancer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void reads(URI node) {
    register(reads, node);
  }

  void writes(URI node) {
    register(writes, node);
  }

  private void register(List<Node> role, URI base) {
    Node node = new Node(base);
    role.add(node);
    looks.scheduleWithFixedDelay(
        () -> node.ready = isReady(base), 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  void awaitReady(URI base) {
    await()
        .atMost(Story.PATIENCE)
        .until(
            () ->
                Stream.concat(reads.stream(), writes.stream())
                    .anyMatch(node -> node.base.equals(base) && node.ready));
  }

  /** Requests that a node took and did not answer. */
  int lost() {
    return lost.get();
  }

  private static boolean isReady(URI base) {
    try {
      HttpURLConnection look = open(base.resolve("/actuator/health/readiness"), "GET");
      look.setReadTimeout(2_000);
      return look.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpURLConnection open(URI address, String method) throws IOException {
    HttpURLConnection line = (HttpURLConnection) address.toURL().openConnection();
    line.setRequestMethod(method);
    line.setRequestProperty("Connection", "close");
    line.setInstanceFollowRedirects(false);
    line.setConnectTimeout(2_000);
    return line;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      List<Node> role = exchange.getRequestMethod().equals("POST") ? writes : reads;
      List<Node> ready = role.stream().filter(node -> node.ready).toList();
      int first = turn.getAndIncrement();
      for (int i = 0; i < ready.size(); i++) {
        Node node = ready.get(Math.floorMod(first + i, ready.size()));
        HttpURLConnection line = line(exchange, node, body.length);
        try {
          line.connect();
        } catch (ConnectException e) {
          node.ready = false;
          continue;
        }
        answer(exchange, line, body);
        return;
      }
      say(exchange, 503, "no node is ready");
    }
  }

  private static HttpURLConnection line(HttpExchange exchange, Node node, int length)
      throws IOException {
    HttpURLConnection line =
        open(node.base.resolve(exchange.getRequestURI()), exchange.getRequestMethod());
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> line.addRequestProperty(name, value));
              }
            });
    line.setRequestProperty("X-Forwarded-For", FORWARDED_FOR);
    line.setRequestProperty("X-Forwarded-Proto", "https");
    if (exchange.getRequestMethod().equals("POST")) {
      line.setDoOutput(true);
      // Otherwise it would be sent a second time without a word.
      line.setFixedLengthStreamingMode(length);
    }
    return line;
  }

  private void answer(HttpExchange exchange, HttpURLConnection line, byte[] body)
      throws IOException {
    byte[] answered;
    int status;
    try {
      if (line.getDoOutput()) {
        try (OutputStream out = line.getOutputStream()) {
          out.write(body);
        }
      }
      status = line.getResponseCode();
      try (InputStream in = status < 400 ? line.getInputStream() : line.getErrorStream()) {
        answered = in == null ? new byte[0] : in.readAllBytes();
      }
    } catch (IOException e) {
      lost.incrementAndGet();
      say(exchange, 502, "the node did not answer: " + e.getClass().getSimpleName());
      return;
    }
    line.getHeaderFields()
        .forEach(
            (name, values) -> {
              if (name != null && !OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    exchange.sendResponseHeaders(status, answered.length == 0 ? -1 : answered.length);
    if (answered.length > 0) {
      exchange.getResponseBody().write(answered);
    }
  }

  private static void say(HttpExchange exchange, int status, String detail) throws IOException {
    byte[] text = detail.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Retry-After", "1");
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
  }

  @Override
  public void close() {
    looks.shutdownNow();
    server.stop(0);
  }
}
