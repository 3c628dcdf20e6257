package za.lexohub.sessions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.UnifiedJedis;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
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

  /** Answers as it should, but for the first call of that method. */
  static DynamoDbClient noDynamoDbOnce(String method) {
    DynamoDbClient there = dynamoDb();
    AtomicBoolean failed = new AtomicBoolean();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method) && failed.compareAndSet(false, true)) {
                throw SdkClientException.create("not now");
              }
              try {
                return called.invoke(there, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
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
