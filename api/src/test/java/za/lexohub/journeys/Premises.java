package za.lexohub.journeys;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import za.lexohub.api.startup.TaskEnvironment;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.embedded.sqs.SqsPart;

/**
 * A database, work queues, a bucket for the audit and a cache that no other application uses, on
 * the parts that all tests share. What has the id of an invoice in its name (documents, mails,
 * entries of the event bus) needs no separation; search documents are taken out of the shared
 * indexes when the tests {@link #leave}.
 *
 * @param settings what leads an application here
 */
record Premises(Database database, Map<String, Object> settings) {

  /**
   * @param redisDatabase from 1; 0 is everybody's
   */
  static Premises named(String name, int redisDatabase) {
    EmbeddedParts parts = TestParts.all();
    Database database = parts.postgres().createDatabase(name);
    Map<String, Object> settings = new HashMap<>(parts.properties());
    settings.putAll(database.properties());
    settings.put("lexohub.redis.url", parts.redis().url() + "/" + redisDatabase);
    try (SqsClient sqs = sqs(parts)) {
      settings.put("lexohub.sqs.pdf-queue-url", queue(sqs, name + "-pdf"));
      settings.put("lexohub.sqs.email-queue-url", queue(sqs, name + "-email"));
      settings.put("lexohub.sqs.batch-queue-url", queue(sqs, name + "-batch"));
      settings.put("lexohub.sqs.analytics-queue-url", queue(sqs, name + "-analytics"));
    }
    settings.put("lexohub.s3.audit-bucket", auditBucket(parts, name + "-audit"));
    settings.put("lexohub.parts", "none");
    // Tests ask as fast as they can, and log in as often as they like.
    settings.put("lexohub.public-links.requests-per-minute", 100_000);
    settings.put("lexohub.rate-limits.public-token", 100_000);
    settings.put("lexohub.rate-limits.user", 100_000);
    settings.put("lexohub.rate-limits.tenant", 100_000);
    settings.put("lexohub.sessions.most", 10_000);
    // A crashed node's work is taken over by this time; in production it is a minute.
    settings.put("lexohub.consumers.visibility", "4s");
    settings.put("lexohub.consumers.long-poll", "1s");
    // Longer than a restart, so that a process does not ask again for what was only interrupted.
    settings.put("lexohub.billing.step.timeout", "25s");
    settings.put("lexohub.delivery.step.timeout", "25s");
    return new Premises(database, Map.copyOf(settings));
  }

  /** Once its applications have ended: the indexes hold again what the log of everybody says. */
  void leave(EventLog log) {
    String ids =
        log.aggregates().stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
    Wire.openSearch(
        "POST",
        "/matters,proformas,invoices/_delete_by_query?refresh=true&conflicts=proceed",
        "{\"query\": {\"ids\": {\"values\": [" + ids + "]}}}");
  }

  /** How many messages a queue has that is not worked off, whoever holds them. */
  long waiting(String queue) {
    try (SqsClient sqs = sqs(TestParts.all())) {
      return sqs
          .getQueueAttributes(
              request ->
                  request
                      .queueUrl(String.valueOf(settings.get("lexohub.sqs." + queue + "-queue-url")))
                      .attributeNames(
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
          .attributes()
          .values()
          .stream()
          .mapToLong(Long::parseLong)
          .sum();
    }
  }

  private static SqsClient sqs(EmbeddedParts parts) {
    return SqsClient.builder()
        .endpointOverride(URI.create(parts.sqs().endpoint()))
        .region(Region.of(EmbeddedParts.REGION))
        .credentialsProvider(credentials(parts))
        .build();
  }

  /** A log's checkpoints lie beside those of no other log. */
  private static String auditBucket(EmbeddedParts parts, String name) {
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(URI.create(parts.s3().endpoint()))
            .region(Region.of(EmbeddedParts.REGION))
            .credentialsProvider(credentials(parts))
            .forcePathStyle(true)
            .build()) {
      s3.createBucket(create -> create.bucket(name));
    }
    return name;
  }

  private static StaticCredentialsProvider credentials(EmbeddedParts parts) {
    Map<String, String> properties = parts.properties();
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            properties.get("lexohub.aws.access-key-id"),
            properties.get("lexohub.aws.secret-access-key")));
  }

  private static String queue(SqsClient sqs, String name) {
    String dead = sqs.createQueue(request -> request.queueName(name + "-dlq")).queueUrl();
    String arn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String redrive =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(arn, SqsPart.MAX_RECEIVE_COUNT);
    return sqs.createQueue(
            request ->
                request
                    .queueName(name)
                    .attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, redrive)))
        .queueUrl();
  }

  /** Names of stand-ins for AWS itself, which no task is told there. */
  private static final Set<String> STAND_INS =
      Set.of(
          "lexohub.s3.endpoint",
          "lexohub.sqs.endpoint",
          "lexohub.eventbridge.endpoint",
          "lexohub.dynamodb.endpoint",
          "lexohub.kms.endpoint");

  /** Times that are shorter here than in production. */
  private static final Set<String> TIMES =
      Set.of("lexohub.consumers.", "lexohub.billing.", "lexohub.delivery.");

  /**
   * One role alone in the profile {@code aws}: it is told what Terraform tells a task of that role,
   * in variables of the same names, and nothing else but where the stand-ins for AWS are.
   */
  Application alone(String name, String role, URI base, Map<String, Object> common) {
    TaskEnvironment tasks = TaskEnvironment.read();
    Map<String, Object> known = new HashMap<>(settings);
    known.putAll(common);
    Map<String, String> environment = new HashMap<>();
    environment.put("SPRING_PROFILES_ACTIVE", "aws," + role);
    environment.put("AWS_ACCESS_KEY_ID", String.valueOf(settings.get("lexohub.aws.access-key-id")));
    environment.put(
        "AWS_SECRET_ACCESS_KEY", String.valueOf(settings.get("lexohub.aws.secret-access-key")));
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("server.port", base.getPort());
    // Nobody listens for them here; what is sent is shown elsewhere.
    arguments.put("lexohub.metrics.cloudwatch.enabled", false);
    arguments.put("lexohub.tracing.endpoint", false);
    known.forEach(
        (property, value) -> {
          String variable = property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
          if (tasks.tells(role, variable)) {
            environment.put(variable, String.valueOf(value));
          } else if (STAND_INS.contains(property)
              || TIMES.stream().anyMatch(property::startsWith)
              || property.equals("lexohub.security.jwks-uri")) {
            arguments.put(property, value);
          }
        });
    if (tasks.tells(role, "SPRING_FLYWAY_ENABLED")) {
      environment.put("SPRING_FLYWAY_ENABLED", "false");
    }
    return new Application(name, base, arguments, environment, "256m");
  }

  Application application(String name, URI base, URI publicUrl) {
    return application(name, base, publicUrl, Map.of());
  }

  /**
   * @param more settings of its own
   */
  Application application(String name, URI base, URI publicUrl, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.putAll(more);
    properties.put("server.port", base.getPort());
    properties.put("lexohub.public-url", publicUrl);
    return new Application(name, base, properties);
  }
}
