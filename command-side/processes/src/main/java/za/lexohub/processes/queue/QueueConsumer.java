package za.lexohub.processes.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Consumes one queue: long polls, works on a bounded number of messages at a time, each on a
 * virtual thread of its own, and deletes a message only when its work is done. What fails rests for
 * a growing while and comes again; what keeps failing, or is no message of this queue, is moved to
 * the dead-letter queue by the queue's own redrive policy. While the queue does not answer, the
 * consumer waits and tries again. The log names kinds of failures and places, never what a message
 * or a mail server said. When the node stops, work in flight finishes or goes back.
 *
 * <p>Written on the SDK: Spring Cloud AWS's listeners extend no visibility while they work, and
 * bring a second, asynchronous client.
 */
final class QueueConsumer<T> implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(QueueConsumer.class);
  private static final int MOST_PER_RECEIVE = 10;
  private static final int MOST_DOUBLINGS = 5;

  private final String name;
  private final SqsClient sqs;
  private final String url;
  private final ConsumerLimits limits;
  private final MessageWork<T> work;
  private final QueueTrace trace;
  private final Set<Thread> working = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Run current;

  /** One time of running, from start to stop. */
  private static final class Run {
    final Semaphore free;
    final CountDownLatch stopping = new CountDownLatch(1);

    Run(int concurrency) {
      free = new Semaphore(concurrency);
    }

    boolean isStopping() {
      return stopping.getCount() == 0;
    }
  }

  QueueConsumer(
      String name,
      SqsClient sqs,
      String url,
      ConsumerLimits limits,
      MessageWork<T> work,
      QueueTrace trace) {
    this.name = name;
    this.sqs = sqs;
    this.url = url;
    this.limits = limits;
    this.work = work;
    this.trace = trace;
  }

  @Override
  public synchronized void start() {
    if (current == null) {
      Run run = new Run(limits.concurrency());
      Thread.ofVirtual().name(name + "-poller").start(() -> poll(run));
      current = run;
    }
  }

  @Override
  public synchronized void stop() {
    Run run = current;
    if (run == null) {
      return;
    }
    // The poll that is under way is not broken off: what the queue hands out to a caller that has
    // gone
    // stays hidden from everybody for its visibility.
    run.stopping.countDown();
    try {
      if (!run.free.tryAcquire(
          limits.concurrency(), limits.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("{}: work in flight goes back to the queue", name);
        working.forEach(Thread::interrupt);
      }
    } catch (InterruptedException e) {
      working.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    current = null;
  }

  /** Both consumers of a node stop side by side. */
  @Override
  public void stop(Runnable stopped) {
    Thread.ofVirtual()
        .name(name + "-stop")
        .start(
            () -> {
              try {
                stop();
              } finally {
                stopped.run();
              }
            });
  }

  @Override
  public boolean isRunning() {
    return current != null;
  }

  private void poll(Run run) {
    int failures = 0;
    while (!run.isStopping()) {
      int permits = 0;
      try {
        run.free.acquire();
        permits = 1;
        if (run.isStopping()) {
          return;
        }
        while (permits < MOST_PER_RECEIVE && run.free.tryAcquire()) {
          permits++;
        }
        List<Message> messages = receive(permits);
        failures = 0;
        for (Message message : messages) {
          if (run.isStopping()) {
            giveBack(message, Duration.ZERO);
          } else {
            begin(run, message);
            permits--;
          }
        }
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        // An error too: without its poller a node would look healthy and do nothing.
        if (run.isStopping()) {
          return;
        }
        failures++;
        log.warn("{}: polling failed ({} times now): {}", name, failures, FailureText.of(e));
        pause(run, failures);
      } finally {
        run.free.release(permits);
      }
    }
  }

  private List<Message> receive(int most) {
    Duration patience = limits.longPoll().plusSeconds(5);
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(most)
                    .waitTimeSeconds((int) limits.longPoll().toSeconds())
                    .visibilityTimeout((int) limits.visibility().toSeconds())
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                    .messageAttributeNames(QueueTrace.attributes())
                    .overrideConfiguration(
                        call -> call.apiCallTimeout(patience).apiCallAttemptTimeout(patience)))
        .messages();
  }

  private void begin(Run run, Message message) {
    Thread.ofVirtual()
        .name(name + "-" + message.messageId())
        .start(
            () -> {
              working.add(Thread.currentThread());
              try {
                handle(message);
              } finally {
                working.remove(Thread.currentThread());
                run.free.release();
              }
            });
  }

  private void handle(Message message) {
    int count =
        Integer.parseInt(
            message
                .attributes()
                .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    try {
      trace.during(
          name,
          message,
          () -> Heartbeat.during(() -> work.work(message), sqs, url, message, limits.visibility()));
      sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
    } catch (NotOurs e) {
      log.error(
          "{}: message {} is not for this queue: {}", name, message.messageId(), e.getMessage());
      giveBack(message, Duration.ZERO);
    } catch (InterruptedException e) {
      giveBack(message, Duration.ZERO);
    } catch (Throwable e) {
      log.warn(
          "{}: message {} failed, receipt {}: {}",
          name,
          message.messageId(),
          count,
          FailureText.of(e));
      giveBack(message, restAfter(count));
    }
  }

  private Duration restAfter(int count) {
    Duration rest = limits.retryAfter().multipliedBy(1L << Math.min(count - 1, 20));
    return rest.compareTo(limits.longestRetry()) > 0 ? limits.longestRetry() : rest;
  }

  /** When even this fails, the message comes back by itself after its visibility. */
  private void giveBack(Message message, Duration rest) {
    // The SDK refuses a call on an interrupted thread.
    boolean interrupted = Thread.interrupted();
    try {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(url)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout((int) rest.toSeconds()));
    } catch (SdkException e) {
      log.debug(
          "{}: message {} rests for its visibility: {}",
          name,
          message.messageId(),
          FailureText.of(e));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void pause(Run run, int failures) {
    long most = limits.backOff().toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long pause = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    try {
      run.stopping.await(pause, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
