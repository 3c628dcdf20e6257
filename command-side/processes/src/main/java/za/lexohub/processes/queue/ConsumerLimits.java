package za.lexohub.processes.queue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a queue is consumed.
 *
 * @param concurrency messages that one node works on at a time, per queue. 4: rendering is bound by
 *     the processor, and 1,000 documents an hour need less than one at a time
 * @param longPoll how long the queue holds an empty answer back, and so the most that a stop waits
 *     for the poll under way. 5 s: SQS offers up to 20 s, and a million empty polls cost less than
 *     a dollar
 * @param visibility how long a message is hidden from others without a sign of life; extended while
 *     it is worked on, so that it is the time after which another node takes over from a dead one.
 *     60 s
 * @param retryAfter how long a message rests after its first failure; doubles with every receipt. 2
 *     s
 * @param longestRetry the most it rests. 5 min: with 5 receipts a message is worked off or in the
 *     dead-letter queue within half a minute, and with more receipts it does not rest for hours
 * @param backOff the first pause when the queue itself does not answer; doubles up to 30 times. 1 s
 * @param stopWithin how long a stopping node lets its work finish before it gives it back. 20 s,
 *     less than the 30 s that Spring Boot and ECS grant
 */
@ConfigurationProperties("lexohub.consumers")
public record ConsumerLimits(
    @DefaultValue("4") int concurrency,
    @DefaultValue("5s") Duration longPoll,
    @DefaultValue("60s") Duration visibility,
    @DefaultValue("2s") Duration retryAfter,
    @DefaultValue("5m") Duration longestRetry,
    @DefaultValue("1s") Duration backOff,
    @DefaultValue("20s") Duration stopWithin) {

  public ConsumerLimits {
    if (concurrency < 1 || concurrency > 100) {
      throw new IllegalArgumentException("concurrency must be 1 to 100");
    }
    within("long-poll", longPoll, Duration.ZERO, Duration.ofSeconds(20));
    within("visibility", visibility, Duration.ofSeconds(2), Duration.ofHours(12));
    within("retry-after", retryAfter, Duration.ZERO, Duration.ofHours(12));
    within("longest-retry", longestRetry, retryAfter, Duration.ofHours(12));
    within("back-off", backOff, Duration.ofMillis(1), Duration.ofMinutes(5));
    within("stop-within", stopWithin, Duration.ZERO, Duration.ofMinutes(10));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(name + " must be " + least + " to " + most);
    }
  }
}
