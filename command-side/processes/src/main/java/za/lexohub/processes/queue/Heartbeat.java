package za.lexohub.processes.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Keeps a message hidden from other consumers for as long as it is worked on. */
final class Heartbeat {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  /** What the message asks for. */
  interface Work {
    void run() throws Exception;
  }

  private Heartbeat() {}

  static void during(Work work, SqsClient sqs, String url, Message message, Duration visibility)
      throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("heartbeat-" + message.messageId())
        .start(() -> beat(done, sqs, url, message, visibility));
    try {
      work.run();
    } finally {
      done.countDown();
    }
  }

  private static void beat(
      CountDownLatch done, SqsClient sqs, String url, Message message, Duration visibility) {
    try {
      // Two beats may be lost before the message shows.
      while (!done.await(visibility.toMillis() / 3, TimeUnit.MILLISECONDS)) {
        extend(sqs, url, message, visibility);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void extend(SqsClient sqs, String url, Message message, Duration visibility) {
    try {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(url)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout((int) visibility.toSeconds()));
    } catch (SdkException e) {
      // The work goes on: at worst another consumer repeats it, and repeating is harmless.
      log.warn("message {} could not be kept hidden: {}", message.messageId(), FailureText.of(e));
    }
  }
}
