package za.lexohub.embedded.eventbridge;

import static za.lexohub.embedded.part.Ports.HOST;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.aws.Refusal;
import za.lexohub.embedded.aws.Signature;
import za.lexohub.embedded.part.Credentials;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** The contract server, in this JVM. It forgets what it accepted when it stops. */
public final class EventBridgeServer implements EventBridgePart {

  /** Lists what was accepted, as a JSON array; EventBridge itself has nothing like it. */
  public static final String ACCEPTED_PATH = "/accepted";

  private static final String TARGET = "AWSEvents.PutEvents";

  /** The body is JSON in JSON, so escaping may double what the limit of 256 KB counts. */
  private static final int MOST_BODY_BYTES = 1 << 20;

  private final Ports ports;
  private final Signature signature;
  private final String region;
  private final PutEvents events = new PutEvents(this::forward);
  private volatile @Nullable Forwarding forwarding;
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;
  private int port;

  public EventBridgeServer(Ports ports, Credentials credentials, String region) {
    this.ports = ports;
    this.region = region;
    this.signature = new Signature(credentials, "events", region, Clock.systemUTC());
  }

  @Override
  public String name() {
    return "EventBridge";
  }

  @Override
  public void start() throws IOException {
    port = ports.claim(Listener.EVENTBRIDGE, name());
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), port), 0);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    started.setExecutor(threads);
    started.createContext("/", this::handle);
    started.start();
    server = started;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange, 200, "application/x-amz-json-1.1", decide(exchange));
      } catch (Refusal refusal) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.code());
        answer(exchange, 400, "application/x-amz-json-1.1", events.refusal(refusal));
      }
    }
  }

  private String decide(HttpExchange exchange) throws IOException, Refusal {
    String path = exchange.getRequestURI().getRawPath();
    if (exchange.getRequestMethod().equals("GET") && path.equals(ACCEPTED_PATH)) {
      return events.acceptedAsJson();
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (body.length > MOST_BODY_BYTES) {
      throw new Refusal(
          "RequestEntityTooLargeException",
          "The request is larger than " + MOST_BODY_BYTES + " bytes");
    }
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (!exchange.getRequestMethod().equals("POST") || !TARGET.equals(target)) {
      throw new Refusal(
          "UnknownOperationException", "Only " + TARGET + " is known here, unlike " + target);
    }
    signature.require("POST", path, body, name -> exchange.getRequestHeaders().getFirst(name));
    return events.answer(body);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public boolean isReady() {
    return server != null;
  }

  @Override
  public String endpoint() {
    return "http://" + HOST + ":" + port;
  }

  @Override
  public List<AcceptedEvent> accepted() {
    return events.accepted();
  }

  @Override
  public void forget() {
    events.forget();
  }

  @Override
  public void forwardTo(String queueUrl) {
    forwarding = new Forwarding(queueUrl, region);
  }

  /** On a thread of its own: who puts an entry does not wait for its targets. */
  private void forward(AcceptedEvent event) {
    Forwarding target = forwarding;
    if (target != null && threads != null) {
      threads.execute(() -> target.send(event));
    }
  }

  @Override
  public void throttleNext(int requests) {
    events.throttleNext(requests);
  }

  @Override
  public void failNextEntries(int entries, String errorCode) {
    events.failNextEntries(entries, errorCode);
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
    if (threads != null) {
      threads.close();
      threads = null;
    }
  }
}
