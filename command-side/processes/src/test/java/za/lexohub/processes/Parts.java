package za.lexohub.processes;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import za.lexohub.embedded.TestParts;

/** Contexts and queues on the real parts. */
public final class Parts {

  /** A context of these configurations, with the parts' properties under those given. */
  public static AnnotationConfigApplicationContext context(
      Map<String, Object> properties, Class<?>... configurations) {
    var context = new AnnotationConfigApplicationContext();
    var sources = context.getEnvironment().getPropertySources();
    sources.addFirst(new MapPropertySource("test", properties));
    sources.addLast(
        new MapPropertySource("parts", Map.<String, Object>copyOf(TestParts.properties())));
    context.register(configurations);
    context.refresh();
    return context;
  }

  /** A new queue whose messages move to {@link #deadLetters} after so many receipts. */
  public static String queue(SqsClient sqs, int maxReceiveCount) {
    String name = "q-" + UUID.randomUUID();
    sqs.createQueue(request -> request.queueName(name + "-dlq"));
    String arn = "arn:aws:sqs:af-south-1:000000000000:" + name + "-dlq";
    return sqs.createQueue(
            request ->
                request
                    .queueName(name)
                    .attributes(
                        Map.of(
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                                .formatted(arn, maxReceiveCount))))
        .queueUrl();
  }

  public static String deadLetters(String queueUrl) {
    return queueUrl + "-dlq";
  }

  /** Longer than anything takes that is going to happen. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private Parts() {}
}
