package za.lexohub.processes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import za.lexohub.embedded.TestParts;
import za.lexohub.processes.Parts;
import za.lexohub.processes.Tunnel;
import za.lexohub.processes.aws.AwsConfiguration;

class QueueConsumerIT {

  private static final String MESSAGE =
      """
      {"type":"GENERATE_PDF","invoiceId":"0b9d1f0e-8f1b-4c8e-9d2a-3f6f0a5b7c11","userId":"adv-1",\
      "timestamp":"2026-11-20T08:00:00.000Z","documentType":"INVOICE","kind":"DRAFT","version":%d,\
      "addedLater":true}\
      """;

  private static AnnotationConfigApplicationContext context;
  private static SqsClient sqs;

  private final String url = Parts.queue(sqs, 3);
  private final List<GeneratePdf> done = new CopyOnWriteArrayList<>();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private QueueConsumer<GeneratePdf> consumer;

  @BeforeAll
  static void open() {
    TestParts.sqs();
    context = Parts.context(Map.of(), AwsConfiguration.class);
    sqs = context.getBean(SqsClient.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @AfterEach
  void stop() {
    if (consumer != null) {
      consumer.stop();
    }
  }

  private static ConsumerLimits limits(int concurrency, Duration visibility) {
    return new ConsumerLimits(
        concurrency,
        Duration.ofSeconds(1),
        visibility,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofMillis(100),
        Duration.ofSeconds(10));
  }

  private void consume(SqsClient client, ConsumerLimits limits, Worker<GeneratePdf> worker) {
    var work = new MessageWork<>(GeneratePdf.TYPE, GeneratePdf.class, worker);
    consumer =
        new QueueConsumer<>(
            "test", client, url, limits, work, new QueueTrace(OpenTelemetry.noop()));
    consumer.start();
  }

  private void consume(Worker<GeneratePdf> worker) {
    consume(sqs, limits(4, Duration.ofSeconds(30)), worker);
  }

  private void record(GeneratePdf message, Delivery delivery) {
    deliveries.add(delivery);
    done.add(message);
  }

  private void put(String body) {
    sqs.sendMessage(
        request ->
            request
                .queueUrl(url)
                .messageBody(body)
                .messageAttributes(
                    Map.of(
                        "correlationId",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue("request-1")
                            .build())));
  }

  /** Visible and hidden ones. */
  private static int messagesIn(String queue) {
    return sqs
        .getQueueAttributes(
            request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
        .attributes()
        .entrySet()
        .stream()
        .filter(
            entry ->
                entry.getKey() == QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES
                    || entry.getKey()
                        == QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
        .mapToInt(entry -> Integer.parseInt(entry.getValue()))
        .sum();
  }

  @Test
  void work_that_is_done_is_deleted() {
    put(MESSAGE.formatted(7));
    consume(this::record);

    await().atMost(Parts.PATIENCE).until(() -> messagesIn(url) == 0);
    assertThat(done).singleElement().extracting(GeneratePdf::version).isEqualTo(7);
    assertThat(deliveries)
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.correlationId()).isEqualTo("request-1");
            });
  }

  @Test
  void what_fails_comes_again_until_it_is_a_dead_letter() {
    put(MESSAGE.formatted(1));
    consume(
        (message, delivery) -> {
          deliveries.add(delivery);
          throw new IllegalStateException("poison");
        });

    await().atMost(Parts.PATIENCE).until(() -> messagesIn(Parts.deadLetters(url)) == 1);
    assertThat(messagesIn(url)).isZero();
    assertThat(deliveries)
        .hasSize(3)
        .extracting(Delivery::messageId)
        .containsOnly(deliveries.getFirst().messageId());
  }

  @Test
  void poison_does_not_hold_up_others() {
    put(MESSAGE.formatted(0));
    put(MESSAGE.formatted(1));
    consume(
        (message, delivery) -> {
          if (message.version() == 0) {
            throw new IllegalStateException("poison");
          }
          record(message, delivery);
        });

    await().atMost(Parts.PATIENCE).until(() -> messagesIn(Parts.deadLetters(url)) == 1);
    assertThat(done).extracting(GeneratePdf::version).containsExactly(1);
  }

  @Test
  void what_is_no_message_of_this_queue_ends_as_a_dead_letter_and_never_reaches_the_worker() {
    put("not json");
    put("{\"type\":\"SEND_EMAIL\",\"to\":\"ADVOCATE\"}");
    put("{\"type\":\"GENERATE_PDF\",\"version\":\"many\"}");
    consume(this::record);

    await().atMost(Parts.PATIENCE).until(() -> messagesIn(Parts.deadLetters(url)) == 3);
    assertThat(done).isEmpty();
  }

  @Test
  void no_more_is_worked_on_at_a_time_than_allowed() throws Exception {
    for (int version = 0; version < 6; version++) {
      put(MESSAGE.formatted(version));
    }
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    consume(
        sqs,
        limits(2, Duration.ofSeconds(30)),
        (message, delivery) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          two.countDown();
          two.await();
          record(message, delivery);
          now.decrementAndGet();
        });

    await().atMost(Parts.PATIENCE).until(() -> done.size() == 6 && messagesIn(url) == 0);
    assertThat(most).hasValue(2);
  }

  @Test
  void work_that_takes_longer_than_the_visibility_is_not_given_to_another() {
    put(MESSAGE.formatted(1));
    AtomicInteger started = new AtomicInteger();
    CountDownLatch finish = new CountDownLatch(1);
    consume(
        sqs,
        limits(4, Duration.ofSeconds(2)),
        (message, delivery) -> {
          started.incrementAndGet();
          finish.await();
        });

    await().atMost(Parts.PATIENCE).until(() -> started.get() == 1);
    await().during(Duration.ofSeconds(5)).atMost(Parts.PATIENCE).until(() -> started.get() == 1);
    finish.countDown();
    await().atMost(Parts.PATIENCE).until(() -> messagesIn(url) == 0);
  }

  @Test
  void a_stop_lets_work_finish() throws Exception {
    put(MESSAGE.formatted(1));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    consume(
        (message, delivery) -> {
          begun.countDown();
          finish.await();
          record(message, delivery);
        });
    begun.await();
    Thread stopping = Thread.ofVirtual().start(() -> consumer.stop());
    await().atMost(Parts.PATIENCE).until(() -> stopping.getState() != Thread.State.RUNNABLE);
    finish.countDown();
    stopping.join();

    assertThat(done).hasSize(1);
    assertThat(messagesIn(url)).isZero();
    assertThat(consumer.isRunning()).isFalse();
  }

  @Test
  void a_stop_that_cannot_wait_gives_work_back() throws Exception {
    put(MESSAGE.formatted(1));
    CountDownLatch begun = new CountDownLatch(1);
    ConsumerLimits hasty =
        new ConsumerLimits(
            4,
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ZERO);
    consume(
        sqs,
        hasty,
        (message, delivery) -> {
          begun.countDown();
          new CountDownLatch(1).await();
        });
    begun.await();
    consumer.stop();
    consume(this::record);

    await().atMost(Parts.PATIENCE).until(() -> done.size() == 1);
    assertThat(begun.getCount()).isZero();
  }

  @Test
  void an_outage_of_the_queue_is_waited_for() {
    try (Tunnel tunnel = new Tunnel(TestParts.sqs().endpoint());
        var remote =
            Parts.context(
                Map.of("lexohub.sqs.endpoint", tunnel.endpoint(), "lexohub.aws.attempts", "1"),
                AwsConfiguration.class)) {
      consume(
          remote.getBean(SqsClient.class),
          // What the queue handed out as the line was cut shows again after this.
          limits(4, Duration.ofSeconds(2)),
          this::record);
      put(MESSAGE.formatted(1));
      await().atMost(Parts.PATIENCE).until(() -> done.size() == 1);

      tunnel.cut();
      put(MESSAGE.formatted(2));
      tunnel.open();

      await().atMost(Parts.PATIENCE).until(() -> done.size() == 2 && messagesIn(url) == 0);
      consumer.stop();
    }
  }
}
