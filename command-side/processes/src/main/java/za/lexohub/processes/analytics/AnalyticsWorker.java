package za.lexohub.processes.analytics;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import za.lexohub.processes.queue.BusEvent;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.Worker;

/**
 * Tracks what came over the bus, as the plan's {@code trackInvoiceGenerated}. Papers and mails are
 * none of its business: a saga is their only trigger. An event counts once however often the bus
 * brings it or the publisher puts it: a CloudEvent is told by its own source and id, and the plan's
 * two shapes, which have no id, by what happened to what and when. What it does not know is tracked
 * by its name alone.
 */
final class AnalyticsWorker implements Worker<BusEvent> {

  /** Names of what an event may be about, in the plan's shapes. */
  private static final List<String> SUBJECTS = List.of("invoiceId", "proformaId");

  private final TrackedEvents tracked;

  AnalyticsWorker(TrackedEvents tracked) {
    this.tracked = tracked;
  }

  @Override
  public void work(BusEvent event, Delivery delivery) {
    tracked.track(event.tenant(), of(event));
  }

  private static TrackedEvents.Tracked of(BusEvent event) {
    JsonNode detail = event.detail();
    if (detail.has("specversion") && detail.hasNonNull("id") && detail.hasNonNull("source")) {
      return new TrackedEvents.Tracked(
          detail.path("source").asString(),
          detail.path("id").asString(),
          event.detailType(),
          detail.path("subject").asString(null),
          event.happenedAt());
    }
    Optional<String> subject =
        SUBJECTS.stream()
            .filter(detail::hasNonNull)
            .map(it -> detail.path(it).asString())
            .findFirst();
    String id =
        subject
            .map(it -> event.detailType() + "/" + it + "/" + detail.path("timestamp").asString(""))
            .orElse(event.id());
    return new TrackedEvents.Tracked(
        event.source(), id, event.detailType(), subject.orElse(null), event.happenedAt());
  }
}
