package za.lexohub.processes.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * The end of CloudWatch that takes metrics, as its clients of today speak to it: Smithy RPC v2,
 * CBOR, zipped or not. Whatever else is asked is refused.
 */
final class CloudWatchStub implements AutoCloseable {

  /**
   * One measurement.
   *
   * @param dimensions names and values
   */
  record Put(
      String namespace, String name, Map<String, String> dimensions, double value, String unit) {}

  private static final String PUT =
      "/service/GraniteServiceVersion20100801/operation/PutMetricData";
  private static final byte[] EMPTY_MAP = {(byte) 0xA0};

  private final HttpServer server;
  private final CBORMapper cbor = new CBORMapper();
  private final List<Put> puts = new CopyOnWriteArrayList<>();

  CloudWatchStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Put> puts() {
    return puts;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known =
          exchange.getRequestURI().getPath().equals(PUT)
              && "rpc-v2-cbor".equals(exchange.getRequestHeaders().getFirst("smithy-protocol"));
      if (known) {
        take(cbor.readTree(body(exchange)));
      }
      exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
      exchange.getResponseHeaders().set("Content-Type", "application/cbor");
      exchange.sendResponseHeaders(known ? 200 : 400, EMPTY_MAP.length);
      exchange.getResponseBody().write(EMPTY_MAP);
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return (zipped ? new GZIPInputStream(body) : body).readAllBytes();
  }

  private void take(JsonNode request) {
    String namespace = request.required("Namespace").asString();
    for (JsonNode datum : request.required("MetricData")) {
      puts.add(
          new Put(
              namespace,
              datum.required("MetricName").asString(),
              StreamSupport.stream(datum.path("Dimensions").spliterator(), false)
                  .collect(
                      Collectors.toMap(
                          it -> it.required("Name").asString(),
                          it -> it.required("Value").asString())),
              datum.required("Value").asDouble(),
              datum.path("Unit").asString()));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
