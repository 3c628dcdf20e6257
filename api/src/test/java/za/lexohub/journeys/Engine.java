package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import za.lexohub.readmodels.position.AppliedPositions;

/** What turns inside the application: processors, queues and deadlines. */
final class Engine {

  static final List<String> READ_MODELS =
      List.of(
          "matters",
          "matter-cards",
          "pro-formas",
          "invoices",
          "workflow-counts",
          "workflows",
          "public-links",
          "personal-files",
          "matter-search",
          "pro-forma-search",
          "invoice-search",
          "matter-grants",
          "rate-cards",
          "invoice-batches",
          "practice",
          "client-money",
          "promises",
          "notifications",
          "work-items",
          "attachments",
          "claims",
          "ledger",
          "invoice-cards");

  static final List<String> OUTWARD =
      List.of(
          "pdf-queue",
          "email-queue",
          "event-bridge",
          "billing-saga",
          "invoice-delivery-saga",
          "pro-forma-delivery-saga",
          "invoice-overdue-saga",
          "pro-forma-expiry-saga",
          "erasure-saga",
          "document-erasure",
          "invoice-draft-saga",
          "batch-queue",
          "retainer-term-saga",
          "reminder-saga",
          "prescription-saga",
          "scope-saga",
          "receipt-saga",
          "matter-approval-saga");

  private final Stage stage;

  Engine(Stage stage) {
    this.stage = stage;
  }

  StreamingEventProcessor processor(String group) {
    return stage
        .bean(Configuration.class)
        .eventProcessingConfiguration()
        .eventProcessor(group, StreamingEventProcessor.class)
        .orElseThrow();
  }

  long head() {
    return stage.bean(AppliedPositions.class).recordedThrough();
  }

  long applied(String group) {
    return stage.bean(AppliedPositions.class).appliedThrough(group);
  }

  /** Makes read models anew from the first event, while nobody else is working on them. */
  void replay(List<String> groups) {
    replay(groups, () -> {});
  }

  /**
   * As {@link #replay(List)}.
   *
   * @param lost is done first, when all of them have stopped
   */
  void replay(List<String> groups, Runnable lost) {
    groups.forEach(group -> processor(group).shutDown());
    lost.run();
    groups.forEach(group -> processor(group).resetTokens());
    for (String group : groups) {
      assertThat(applied(group)).as(group + " knows that it is empty").isZero();
    }
    groups.forEach(group -> processor(group).start());
  }

  /** Until nothing is left to do: everybody has read to the head, and it stays there. */
  void awaitRest() {
    await().atMost(Story.PATIENCE).during(Duration.ofSeconds(1)).until(this::isAtRest);
  }

  void awaitApplied(String... groups) {
    await()
        .atMost(Story.PATIENCE)
        .until(() -> Stream.of(groups).allMatch(group -> applied(group) >= head()));
  }

  private boolean isAtRest() {
    long head = head();
    return Stream.concat(READ_MODELS.stream(), OUTWARD.stream())
            .allMatch(group -> applied(group) >= head)
        && Wire.queued() == 0
        && dueDeadlines() == 0;
  }

  private long dueDeadlines() {
    return Sql.number(
        "select count(*) from scheduled_tasks where execution_time <= ?",
        Timestamp.from(stage.clock().instant()));
  }

  /** What could not be applied, and why. */
  static List<String> parked() {
    return Sql.column(
        "select processing_group || ': ' || payload_type || ': ' || cause_type || ': '"
            + " || coalesce(cause_message, '') from dead_letter_entry order by 1");
  }
}
