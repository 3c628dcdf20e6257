package za.lexohub.sessions;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisConnections;

/** Clients of the parts, and of parts that are not there. */
final class Stores {

  /** A database of Redis that these tests may empty. */
  static UnifiedJedis redis() {
    return RedisConnections.open(URI.create(TestParts.redis().url() + "/9"), false);
  }

  static UnifiedJedis noRedis() {
    return RedisConnections.open(URI.create("redis://127.0.0.1:1"), false);
  }

  static Fallback fallback() {
    return new Fallback(Duration.ofSeconds(1));
  }

  static DynamoDbClient dynamoDb() {
    return dynamoDb(TestParts.dynamoDb().endpoint());
  }

  static DynamoDbClient noDynamoDb() {
    return dynamoDb("http://127.0.0.1:1");
  }

  private static DynamoDbClient dynamoDb(String endpoint) {
    Map<String, String> properties = TestParts.properties();
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(endpoint))
        .region(Region.of(EmbeddedParts.REGION))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    properties.get("lexohub.aws.access-key-id"),
                    properties.get("lexohub.aws.secret-access-key"))))
        .build();
  }

  private Stores() {}
}
