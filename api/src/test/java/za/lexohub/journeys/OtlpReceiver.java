package za.lexohub.journeys;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A collector that takes OTLP over HTTP and remembers every span. */
final class OtlpReceiver {

  /**
   * A span as it came.
   *
   * @param says everything that it says in words: attributes, events and status
   */
  record Received(
      String traceId, String id, String parent, String name, Span.SpanKind kind, String says) {}

  /** The share of the traces that is kept: those of {@link #keptTrace}, and hardly any other. */
  static final String SAMPLED = "0.000001";

  private static final HexFormat HEX = HexFormat.of();
  private static OtlpReceiver shared;

  private final HttpServer server;
  private final List<Received> spans = new CopyOnWriteArrayList<>();

  private OtlpReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  static synchronized OtlpReceiver shared() {
    if (shared == null) {
      try {
        shared = new OtlpReceiver();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  /** An id whose trace is kept, however few are: the sampler looks at its second half. */
  static String keptTrace() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong()) + "0000000000000001";
  }

  Map<String, Received> trace(String traceId) {
    return spans.stream()
        .filter(span -> span.traceId().equals(traceId))
        .collect(Collectors.toMap(Received::id, span -> span));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      for (ResourceSpans resource :
          ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList()) {
        for (ScopeSpans scope : resource.getScopeSpansList()) {
          scope.getSpansList().forEach(span -> spans.add(received(span)));
        }
      }
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    }
  }

  private static Received received(Span span) {
    String attributes =
        span.getAttributesList().stream().map(KeyValue::toString).collect(Collectors.joining());
    return new Received(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getName(),
        span.getKind(),
        attributes + span.getEventsList() + span.getStatus());
  }

  private static String hex(ByteString bytes) {
    return HEX.formatHex(bytes.toByteArray());
  }
}
