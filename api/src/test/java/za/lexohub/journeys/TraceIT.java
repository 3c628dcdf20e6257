package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.journeys.OtlpReceiver.Received;
import za.lexohub.messages.MetadataKeys;

/**
 * One request as one trace: from HTTP through command, event, projector, saga, queue and worker to
 * the event that the worker's work led to.
 */
class TraceIT {

  private static final String CALLERS_SPAN = "00f067aa0ba902b7";

  private final Stage stage = Stage.shared();
  private final OtlpReceiver collector = OtlpReceiver.shared();
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void anAcceptanceIsFollowedToTheStoredPaper() {
    String proForma = story.sent(2_500_000, 250_000);
    String trace = OtlpReceiver.keptTrace();
    String etag = thandi.get(Story.proForma(proForma)).expect(200).etag();
    thandi
        .post(
            Story.proForma(proForma) + "/accept",
            "{}",
            Map.of("If-Match", etag, "traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01"))
        .expect(200);
    story.converted(proForma);
    String invoice = story.invoiceOf(proForma);

    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () -> {
              Map<String, Received> spans = spans(trace);
              assertThat(names(spans)).anyMatch(name -> name.contains("process(InvoicePdfStored)"));
              assertThat(spans.values())
                  .as("a chain without a hole")
                  .allMatch(
                      span ->
                          spans.containsKey(span.parent()) || span.parent().equals(CALLERS_SPAN));
            });

    Map<String, Received> spans = spans(trace);
    assertThat(spans.values())
        .filteredOn(span -> span.parent().equals(CALLERS_SPAN))
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
              assertThat(span.name()).isEqualTo("POST /api/v1/pro-formas/{id}/accept");
            });
    Received last =
        spans.values().stream()
            .filter(span -> span.name().contains("process(InvoicePdfStored)"))
            .findFirst()
            .orElseThrow();
    assertThat(pathTo(last, spans))
        .as("the way to the last event")
        .containsSubsequence(
            "POST /api/v1/pro-formas/{id}/accept",
            "CommandBus.handleCommand(AcceptProForma)",
            "EventBus.publishEvent(ProFormaAccepted)",
            "StreamingEventProcessor.process(ProFormaAccepted)",
            "EventBus.publishEvent(InvoicePdfRequested)",
            "StreamingEventProcessor.process(InvoicePdfRequested)",
            "pdf-consumer process",
            "CommandBus.handleCommand(RecordInvoicePdf)",
            "EventBus.publishEvent(InvoicePdfStored)",
            "StreamingEventProcessor.process(InvoicePdfStored)");
    assertThat(spans.values())
        .extracting(Received::says)
        .allSatisfy(
            words ->
                assertThat(words)
                    .doesNotContain(story.client, story.email, "axon_metadata", "Sipho"));
    assertThat(
            Sql.column(
                "select distinct convert_from(metadata, 'UTF8')::jsonb ->> 'traceparent'"
                    + " from event_log where aggregate_id = ? and event_type like 'Invoice%'",
                invoice))
        .allMatch(context -> context.startsWith("00-" + trace + "-"));
    theAnalystsConsumerHasThem(proForma, invoice);
  }

  /** Over the bus and its queue, as each of them came first or again: once. */
  private static void theAnalystsConsumerHasThem(String proForma, String invoice) {
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Sql.rows("tracked_events").stream()
                            .filter(row -> row.contains(proForma) || row.contains(invoice))
                            .map(
                                row ->
                                    new JsonMapper().readTree(row).path("event_type").asString()))
                    .containsExactlyInAnyOrder(
                        "ProFormaSent", "ProFormaAccepted", "InvoiceGenerated"));
  }

  @Test
  void whatIsHandledLongAfterItHappenedHasATraceOfItsOwn() {
    var spans = stage.bean(EventProcessorSpanFactory.class);
    String trace = OtlpReceiver.keptTrace();

    assertThat(traceOf(spans, trace, Duration.ofMinutes(1))).isEqualTo(trace);
    assertThat(traceOf(spans, trace, Duration.ofHours(1))).isNotEqualTo(trace);
  }

  private static String traceOf(EventProcessorSpanFactory spans, String trace, Duration ago) {
    var event =
        new GenericEventMessage<>(
            "event",
            "happened",
            MetaData.with(MetadataKeys.TRACEPARENT, "00-" + trace + "-" + CALLERS_SPAN + "-01"),
            Instant.now().minus(ago));
    return spans
        .createProcessEventSpan(true, event)
        .runSupplier(() -> Span.current().getSpanContext().getTraceId());
  }

  private Map<String, Received> spans(String trace) {
    stage
        .bean(OpenTelemetrySdk.class)
        .getSdkTracerProvider()
        .forceFlush()
        .join(10, TimeUnit.SECONDS);
    return collector.trace(trace);
  }

  private static List<String> names(Map<String, Received> spans) {
    return spans.values().stream().map(Received::name).sorted().toList();
  }

  /** From the root down. */
  private static List<String> pathTo(Received span, Map<String, Received> spans) {
    List<String> path = new ArrayList<>();
    for (Received at = span; at != null; at = spans.get(at.parent())) {
      path.addFirst(at.name());
    }
    return path;
  }
}
