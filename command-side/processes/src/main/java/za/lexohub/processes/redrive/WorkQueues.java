package za.lexohub.processes.redrive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/** The work queues and what lies dead beside them, by name. */
final class WorkQueues {

  /** Messages a second: a queue of letters shall not come back as a flood. */
  private static final int PACE = 50;

  private static final String RUNNING = "RUNNING";
  private static final Pattern DEAD =
      Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"([^\"]+)\"");

  private final SqsClient sqs;
  private final Map<String, String> urls;

  /**
   * @param urls by name; a blank one is a queue that this installation does not have
   */
  WorkQueues(SqsClient sqs, Map<String, String> urls) {
    this.sqs = sqs;
    this.urls = new TreeMap<>(urls);
    this.urls.values().removeIf(String::isBlank);
  }

  List<String> names() {
    return List.copyOf(urls.keySet());
  }

  QueueState state(String queue) {
    return asked(
        () -> {
          Both both = both(queue);
          Map<QueueAttributeName, String> dead = numbers(both.deadUrl());
          return new QueueState(
              queue,
              count(both.attributes(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                  + count(
                      both.attributes(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
              count(
                  both.attributes(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
              count(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
              lastRedrive(both.deadArn()));
        });
  }

  /**
   * How many messages lie dead.
   *
   * @throws Refused when there is nothing to give back, or somebody is at it
   */
  long redrivable(String queue) {
    QueueState state = state(queue);
    if (state.dead() == 0) {
      throw new Refused(409, "nothing-dead", "No message of " + queue + " lies dead.");
    }
    QueueState.Redrive last = state.redrive();
    if (last != null && last.status().equals(RUNNING)) {
      throw underWay(queue);
    }
    return state.dead();
  }

  /** Begins to give them back; the queue does it by itself from here on. */
  void redrive(String queue) {
    asked(
        () -> {
          Both both = both(queue);
          try {
            sqs.startMessageMoveTask(
                request ->
                    request
                        .sourceArn(both.deadArn())
                        .destinationArn(both.attributes().get(QueueAttributeName.QUEUE_ARN))
                        .maxNumberOfMessagesPerSecond(PACE));
          } catch (UnsupportedOperationException e) {
            throw underWay(queue);
          }
          return both;
        });
  }

  private static Refused underWay(String queue) {
    return new Refused(
        409, "redrive-running", "The dead messages of " + queue + " are being given back already.");
  }

  private QueueState.@Nullable Redrive lastRedrive(String deadArn) {
    List<ListMessageMoveTasksResultEntry> tasks =
        sqs.listMessageMoveTasks(request -> request.sourceArn(deadArn).maxResults(1)).results();
    if (tasks.isEmpty()) {
      return null;
    }
    Long moved = tasks.getFirst().approximateNumberOfMessagesMoved();
    return new QueueState.Redrive(tasks.getFirst().status(), moved == null ? 0 : moved);
  }

  /**
   * A queue and the one beside it.
   *
   * @param deadUrl beside the queue's own: a redrive policy stays within an account and a region
   */
  private record Both(Map<QueueAttributeName, String> attributes, String deadArn, String deadUrl) {}

  private Both both(String queue) {
    String url = urls.get(queue);
    if (url == null) {
      throw new Refused(404, "not-found", "There is no queue of that name.");
    }
    Map<QueueAttributeName, String> attributes = numbers(url);
    Matcher arn =
        DEAD.matcher(attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "no policy"));
    if (!arn.find()) {
      throw new Refused(409, "no-dead-letters", "The queue " + queue + " keeps no dead messages.");
    }
    String name = arn.group(1).substring(arn.group(1).lastIndexOf(':') + 1);
    return new Both(attributes, arn.group(1), url.substring(0, url.lastIndexOf('/') + 1) + name);
  }

  private Map<QueueAttributeName, String> numbers(String url) {
    return sqs.getQueueAttributes(
            request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private static long count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Long.parseLong(attributes.getOrDefault(name, "0"));
  }

  private interface Question<T> {
    T ask();
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SdkException e) {
      throw new Refused(
          503, "unavailable", "SQS does not answer: " + e.getClass().getSimpleName() + ".");
    }
  }
}
