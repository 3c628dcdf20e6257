package za.lexohub.embedded;

import java.time.Duration;
import java.util.List;
import za.lexohub.embedded.dynamodb.DynamoDbContainer;
import za.lexohub.embedded.dynamodb.DynamoDbPart;
import za.lexohub.embedded.dynamodb.DynamoDbServer;
import za.lexohub.embedded.eventbridge.EventBridgePart;
import za.lexohub.embedded.eventbridge.EventBridgeServer;
import za.lexohub.embedded.mail.MailPart;
import za.lexohub.embedded.mail.MailServer;
import za.lexohub.embedded.opensearch.OpenSearchContainer;
import za.lexohub.embedded.opensearch.OpenSearchPart;
import za.lexohub.embedded.opensearch.OpenSearchServer;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Part;
import za.lexohub.embedded.part.PartFailed;
import za.lexohub.embedded.part.Ports;
import za.lexohub.embedded.postgres.PostgresContainer;
import za.lexohub.embedded.postgres.PostgresPart;
import za.lexohub.embedded.postgres.PostgresServer;
import za.lexohub.embedded.redis.RedisContainer;
import za.lexohub.embedded.redis.RedisPart;
import za.lexohub.embedded.redis.RedisServer;
import za.lexohub.embedded.s3.S3Container;
import za.lexohub.embedded.s3.S3Part;
import za.lexohub.embedded.s3.S3Server;
import za.lexohub.embedded.sqs.SqsContainer;
import za.lexohub.embedded.sqs.SqsPart;
import za.lexohub.embedded.sqs.SqsServer;

/** Every part that LexoHub needs, once. */
record PartSet(
    Startable<PostgresPart> postgres,
    Startable<RedisPart> redis,
    Startable<OpenSearchPart> openSearch,
    Startable<S3Part> s3,
    Startable<SqsPart> sqs,
    Startable<MailPart> mail,
    Startable<EventBridgePart> eventBridge,
    Startable<DynamoDbPart> dynamoDb) {

  static PartSet embedded(DataFolder folder, Ports ports, Duration limit, String region) {
    return new PartSet(
        startable(new PostgresServer(folder, ports, limit), folder, limit),
        startable(new RedisServer(folder, ports), folder, limit),
        startable(new OpenSearchServer(folder, ports), folder, limit),
        startable(new S3Server(folder, ports), folder, limit),
        startable(new SqsServer(folder, ports), folder, limit),
        startable(new MailServer(ports), folder, limit),
        startable(new EventBridgeServer(ports, folder.credentials(), region), folder, limit),
        startable(new DynamoDbServer(folder, ports), folder, limit));
  }

  /**
   * The same parts in containers, except for mail and EventBridge, which run in this JVM either
   * way.
   *
   * @throws PartFailed when Testcontainers is not on the class path
   */
  static PartSet inContainers(DataFolder folder, Ports ports, Duration limit, String region) {
    requireTestcontainers();
    return new PartSet(
        startable(new PostgresContainer(folder, ports), folder, limit),
        startable(new RedisContainer(folder, ports), folder, limit),
        startable(new OpenSearchContainer(folder, ports), folder, limit),
        startable(new S3Container(folder, ports), folder, limit),
        startable(new SqsContainer(folder, ports), folder, limit),
        startable(new MailServer(ports), folder, limit),
        startable(new EventBridgeServer(ports, folder.credentials(), region), folder, limit),
        startable(new DynamoDbContainer(folder, ports), folder, limit));
  }

  private static void requireTestcontainers() {
    try {
      Class.forName(
          "org.testcontainers.containers.GenericContainer", false, PartSet.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new PartFailed(
          "The parts cannot run in containers because Testcontainers is not on the class path.",
          "Start LexoHub by Maven with -Dlexohub.parts=containers, which adds it.",
          e);
    }
  }

  private static <P extends Part> Startable<P> startable(
      P part, DataFolder folder, Duration limit) {
    return new Startable<>(part, folder, limit);
  }

  List<Startable<? extends Part>> all() {
    return List.of(postgres, redis, openSearch, s3, sqs, mail, eventBridge, dynamoDb);
  }
}
