package za.lexohub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;
import redis.clients.jedis.RedisClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import za.lexohub.embedded.postgres.Database;

/** The same parts in containers answer the same clients. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersIT {

  /** The servers inside write as users that the one who tests may not clean up after. */
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  @Test
  void every_part_answers_a_real_client() throws Exception {
    PartsSettings settings =
        PartsSettings.onFreePorts(folder).withKind(PartsSettings.Kind.CONTAINERS);
    try (EmbeddedParts parts = EmbeddedParts.start(settings, System.out::println)) {
      Clients clients = new Clients(parts.properties());
      Database database = parts.postgres().createDatabase("contained");
      try (Connection connection =
              DriverManager.getConnection(
                  database.url(), database.application(), database.password());
          RedisClient redis = clients.redis();
          S3Client s3 = clients.s3();
          DynamoDbClient dynamoDb = clients.dynamoDb();
          SqsClient sqs = clients.sqs()) {
        assertThat(connection.isValid(5)).isTrue();
        assertThat(redis.ping()).isEqualTo("PONG");
        assertThat(s3.listBuckets().buckets())
            .extracting("name")
            .contains(clients.property("lexohub.s3.bucket"));
        assertThat(dynamoDb.listTables().tableNames())
            .contains(clients.property("lexohub.sessions.table"));
        assertThat(sqs.listQueues().queueUrls())
            .contains(clients.property("lexohub.sqs.pdf-queue-url"));
      }
      assertThat(clients.openSearch("GET", "/_cluster/health", "").statusCode()).isEqualTo(200);
    }
  }
}
