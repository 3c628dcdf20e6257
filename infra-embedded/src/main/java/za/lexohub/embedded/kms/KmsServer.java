package za.lexohub.embedded.kms;

import static za.lexohub.embedded.part.Ports.HOST;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.aws.Refusal;
import za.lexohub.embedded.aws.Signature;
import za.lexohub.embedded.part.Credentials;

/**
 * KMS as its callers see it: it checks who signs the request, keys and their states, encryption
 * contexts, sizes and algorithms, and really encrypts (AES-256-GCM) and signs (Ed25519). Keys live
 * as long as it does. Key policies, grants, aliases and quotas are shown on AWS only.
 */
public final class KmsServer implements AutoCloseable {

  private static final String TARGET = "TrentService.";
  private static final String JSON = "application/x-amz-json-1.1";
  private static final int MOST_BODY_BYTES = 1 << 16;

  private final Signature signature;
  private final String region;
  private final Operations operations = new Operations();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();
  private final int port;
  private volatile boolean away;
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  private KmsServer(int port, Credentials credentials, String region) {
    this.port = port;
    this.region = region;
    this.signature = new Signature(credentials, "kms", region, Clock.systemUTC());
  }

  /** Listens on a free port of the loopback address. */
  public static KmsServer start(String accessKeyId, String secretAccessKey, String region)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), 0), 0);
    KmsServer kms =
        new KmsServer(
            server.getAddress().getPort(),
            new Credentials("", "", accessKeyId, secretAccessKey),
            region);
    kms.serve(server);
    return kms;
  }

  private void serve(HttpServer started) {
    ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
    started.setExecutor(own);
    started.createContext("/", this::handle);
    started.start();
    server = started;
    threads = own;
  }

  public String endpoint() {
    return "http://" + HOST + ":" + port;
  }

  /** A symmetric key that encrypts and decrypts; its ARN. */
  public String symmetricKey() {
    KmsKey key = KmsKey.symmetric(arn());
    operations.add(key);
    return key.arn;
  }

  /** A pair of the spec ECC_NIST_EDWARDS25519 that signs; its ARN. */
  public String signingKey() {
    KmsKey key = KmsKey.signing(arn());
    operations.add(key);
    return key.arn;
  }

  private String arn() {
    return "arn:aws:kms:" + region + ":000000000000:key/" + Operations.randomId();
  }

  /** The yearly rotation. */
  public void rotate(String arn) {
    operations.known(arn).rotate();
  }

  public void disable(String arn) {
    operations.known(arn).become(KmsKey.State.DISABLED);
  }

  public void enable(String arn) {
    operations.known(arn).become(KmsKey.State.ENABLED);
  }

  public void scheduleDeletion(String arn) {
    operations.known(arn).become(KmsKey.State.PENDING_DELETION);
  }

  /** Answers this many of the next requests with a throttling error. */
  public void throttleNext(int requests) {
    throttled.set(requests);
  }

  /** Whether every request fails as when KMS itself does. */
  public void away(boolean isAway) {
    away = isAway;
  }

  /** Requests so far, whatever their answer. */
  public int calls() {
    return calls.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.incrementAndGet();
      if (away) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", "KMSInternalException");
        answer(exchange, 500, operations.refusal(new Refusal("KMSInternalException", "")));
        return;
      }
      try {
        answer(exchange, 200, decide(exchange));
      } catch (Refusal refusal) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.code());
        answer(exchange, 400, operations.refusal(refusal));
      }
    }
  }

  private String decide(HttpExchange exchange) throws IOException, Refusal {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (body.length > MOST_BODY_BYTES) {
      throw new Refusal("RequestEntityTooLargeException", "The request is too large");
    }
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (!exchange.getRequestMethod().equals("POST")
        || target == null
        || !target.startsWith(TARGET)) {
      throw new Refusal("UnknownOperationException", "Only " + TARGET + "* is known here");
    }
    signature.require(
        "POST",
        exchange.getRequestURI().getRawPath(),
        body,
        name -> exchange.getRequestHeaders().getFirst(name));
    if (throttled.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new Refusal("ThrottlingException", "Rate exceeded");
    }
    return operations.answer(target.substring(TARGET.length()), body);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    HttpServer running = server;
    if (running != null) {
      running.stop(0);
      server = null;
    }
    ExecutorService own = threads;
    if (own != null) {
      own.close();
      threads = null;
    }
  }
}
