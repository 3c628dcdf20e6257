package za.lexohub.eventstore.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.SpanScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import za.lexohub.messages.MetadataKeys;

class TracingConfigurationTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final ApplicationContextRunner node =
      new ApplicationContextRunner().withUserConfiguration(TracingConfiguration.class);

  @Test
  void withoutAnEndpointThereIsNothingToPayFor() {
    node.run(
        context -> {
          assertThat(context).doesNotHaveBean(OpenTelemetry.class);
          assertThat(context.getBean(SpanFactory.class)).isSameAs(NoOpSpanFactory.INSTANCE);
        });
  }

  @Test
  void aMessageGoesOnInItsTraceAndHandsOnItsSpan() {
    traced("http://127.0.0.1:1/v1/traces", "1")
        .run(
            context -> {
              SpanFactory spans = context.getBean(SpanFactory.class);
              Message<?> event =
                  new GenericEventMessage<>(
                      "happened",
                      Map.of(MetadataKeys.TRACEPARENT, "00-" + TRACE + "-00f067aa0ba902b7-01"));
              String handed =
                  spans
                      .createChildHandlerSpan(() -> "handle", event)
                      .runSupplier(
                          () -> {
                            assertThat(Span.current().getSpanContext().getTraceId())
                                .isEqualTo(TRACE);
                            return (String)
                                spans
                                    .propagateContext(new GenericEventMessage<>("led to"))
                                    .getMetaData()
                                    .get(MetadataKeys.TRACEPARENT);
                          });
              assertThat(handed).startsWith("00-" + TRACE + "-").doesNotContain("00f067aa0ba902b7");
            });
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aSpanThatNeverBeganEndsWithoutAWord(CapturedOutput output) {
    traced("http://127.0.0.1:1/v1/traces", "1")
        .run(
            context -> {
              SpanFactory spans = context.getBean(SpanFactory.class);
              spans.createInternalSpan(() -> "EventBus.commitEvents").end();
              assertThat(output).doesNotContain("attempted to be ended");

              var begun = spans.createInternalSpan(() -> "EventBus.commitEvents").start();
              try (SpanScope within = begun.makeCurrent()) {
                assertThat(within).isNotNull();
                assertThat(Span.current().getSpanContext().isValid()).isTrue();
              }
              begun.end();
            });
  }

  @Test
  void theCallerCannotHaveItsTraceKept() {
    traced("http://127.0.0.1:1/v1/traces", "0")
        .run(
            context -> {
              Message<?> event =
                  new GenericEventMessage<>(
                      "happened",
                      Map.of(MetadataKeys.TRACEPARENT, "00-" + TRACE + "-00f067aa0ba902b7-01"));
              boolean kept =
                  context
                      .getBean(SpanFactory.class)
                      .createChildHandlerSpan(() -> "handle", event)
                      .runSupplier(() -> Span.current().getSpanContext().isSampled());
              assertThat(kept).isFalse();
            });
  }

  @Test
  void whatAnExceptionSaysStaysHere() throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    try {
      traced("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces", "1")
          .run(
              context -> {
                var span = context.getBean(SpanFactory.class).createRootTrace(() -> "command");
                span.start();
                span.recordException(new IllegalStateException("Nomvula Dlamini owes"));
                span.end();
                context
                    .getBean(OpenTelemetrySdk.class)
                    .getSdkTracerProvider()
                    .forceFlush()
                    .join(10, TimeUnit.SECONDS);
              });
      assertThat(String.join("", received))
          .contains("command", "lexohub", "java.lang.IllegalStateException")
          .doesNotContain("Dlamini");
    } finally {
      collector.stop(0);
    }
  }

  private ApplicationContextRunner traced(String endpoint, String share) {
    return node.withPropertyValues(
        "lexohub.tracing.endpoint=" + endpoint, "lexohub.tracing.sampled=" + share);
  }
}
