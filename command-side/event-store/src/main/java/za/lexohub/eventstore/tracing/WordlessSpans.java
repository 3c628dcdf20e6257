package za.lexohub.eventstore.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Lets spans out without what exceptions say: that may quote a name or an address. Their kind
 * stays.
 */
final class WordlessSpans implements SpanExporter {

  private static final AttributeKey<String> KIND = AttributeKey.stringKey("exception.type");

  private final SpanExporter out;

  WordlessSpans(SpanExporter out) {
    this.out = out;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return out.export(spans.stream().<SpanData>map(Wordless::new).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return out.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return out.shutdown();
  }

  private static final class Wordless extends DelegatingSpanData {

    Wordless(SpanData span) {
      super(span);
    }

    @Override
    public StatusData getStatus() {
      return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public List<EventData> getEvents() {
      return super.getEvents().stream().map(Wordless::kindOnly).toList();
    }

    private static EventData kindOnly(EventData event) {
      String kind = event.getAttributes().get(KIND);
      return EventData.create(
          event.getEpochNanos(),
          event.getName(),
          kind == null ? Attributes.empty() : Attributes.of(KIND, kind));
    }
  }
}
