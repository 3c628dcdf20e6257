package za.lexohub.processes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import za.lexohub.processes.Parts;

/** What no real queue can be made to do. */
class QueueConsumerTest {

  private static final ConsumerLimits LIMITS =
      new ConsumerLimits(
          1,
          Duration.ZERO,
          Duration.ofMinutes(1),
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofSeconds(10));

  /** Breaks at the first poll and has the same message at every later one until it is deleted. */
  private static final class Queue implements SqsClient {
    final AtomicInteger polls = new AtomicInteger();
    final List<String> givenBack = new CopyOnWriteArrayList<>();
    final List<String> deleted = new CopyOnWriteArrayList<>();

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
      if (polls.incrementAndGet() == 1) {
        throw new StackOverflowError();
      }
      ReceiveMessageResponse.Builder response = ReceiveMessageResponse.builder();
      return deleted.isEmpty()
          ? response
              .messages(
                  Message.builder()
                      .messageId("m-1")
                      .receiptHandle("r-1")
                      .body("{\"type\":\"SEND_EMAIL\"}")
                      .build())
              .build()
          : response.build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
        ChangeMessageVisibilityRequest request) {
      givenBack.add(request.receiptHandle());
      return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
      deleted.add(request.receiptHandle());
      return DeleteMessageResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }

  @Test
  void errors_of_the_poll_and_of_the_work_do_not_end_the_consumer() {
    Queue queue = new Queue();
    AtomicInteger attempts = new AtomicInteger();
    Worker<SendEmail> worker =
        (message, delivery) -> {
          if (attempts.incrementAndGet() == 1) {
            throw new NoClassDefFoundError("a/part/of/a/release");
          }
        };
    var work = new MessageWork<>(SendEmail.TYPE, SendEmail.class, worker);
    var consumer =
        new QueueConsumer<>(
            "test", queue, "http://queue", LIMITS, work, new QueueTrace(OpenTelemetry.noop()));
    consumer.start();
    try {
      await().atMost(Parts.PATIENCE).until(() -> !queue.deleted.isEmpty());
    } finally {
      consumer.stop();
    }

    assertThat(attempts.get()).isGreaterThanOrEqualTo(2);
    assertThat(queue.givenBack).contains("r-1");
  }
}
