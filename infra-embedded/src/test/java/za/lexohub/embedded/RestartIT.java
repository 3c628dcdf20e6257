package za.lexohub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import za.lexohub.embedded.part.PartFailed;
import za.lexohub.embedded.postgres.Database;

/**
 * What happens to a data folder between two runs. One story, because every start of all parts takes
 * seconds: run, be killed, run again, end, run again, run fresh.
 */
class RestartIT {

  @TempDir private Path folder;

  @Test
  void data_outlives_a_kill_and_an_orderly_end_and_orphans_do_not_outlive_the_next_start()
      throws Exception {
    ForkedParts killed = ForkedParts.start(folder);
    write(killed.properties());
    aSecondStartIsRefusedAndHarmsNothing(killed);
    List<ProcessHandle> children = killed.children();
    ProcessHandle postmaster = postmaster();
    awaitRedisFlush(killed.properties());

    killed.kill();

    assertThat(children).hasSizeGreaterThanOrEqualTo(4);
    assertThat(postmaster.isAlive()).as("an orphan to find").isTrue();
    PartsSettings settings = PartsSettings.onFreePorts(folder).withFresh(false);
    try (EmbeddedParts parts = EmbeddedParts.start(settings, line -> {})) {
      assertThat(postmaster.isAlive()).isFalse();
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertKept(parts.properties());
      forgetAnalysts(parts.postgres().database());
    }

    try (EmbeddedParts parts = EmbeddedParts.start(settings, line -> {})) {
      assertKept(parts.properties());
      Database database = parts.postgres().database();
      DriverManager.getConnection(database.url(), database.analyst(), database.analystPassword())
          .close();
    }
    assertThat(Files.exists(folder.resolve("postgres/postmaster.pid"))).isFalse();

    try (EmbeddedParts parts = EmbeddedParts.open(settings.withFresh(true))) {
      assertThat(folder.resolve("s3")).doesNotExist();
      assertThat(folder.resolve("opensearch")).doesNotExist();
      assertThat(folder.resolve("sqs")).doesNotExist();
      assertThat(folder.resolve("dynamodb")).doesNotExist();
      assertThat(
              asked(
                  parts.postgres().database().properties(),
                  "select count(*) from pg_tables where tablename = 'kept'"))
          .isEqualTo("0");
    }
  }

  /** As a folder is that a release before there were analysts has left. */
  private void forgetAnalysts(Database database) throws SQLException, IOException {
    try (Connection superuser = DriverManager.getConnection(database.url(), "postgres", "");
        Statement statement = superuser.createStatement()) {
      statement.execute("revoke all on database lexohub from lexohub_analyst");
      statement.execute("drop role lexohub_analyst");
    }
    Path credentials = folder.resolve("credentials.properties");
    Files.write(
        credentials,
        Files.readAllLines(credentials).stream()
            .filter(line -> !line.startsWith("analyst-password"))
            .toList());
  }

  private void aSecondStartIsRefusedAndHarmsNothing(ForkedParts running) throws SQLException {
    assertThatThrownBy(() -> EmbeddedParts.open(PartsSettings.onFreePorts(folder)))
        .isInstanceOf(PartFailed.class)
        .hasMessageContainingAll(
            "already runs", folder.toString(), "process " + running.pid(), "-Dlexohub.data=");
    assertThat(running.children()).isNotEmpty().allMatch(ProcessHandle::isAlive);
    assertThat(asked(running.properties(), "select count(*) from kept")).isEqualTo("1");
  }

  private static void write(Map<String, String> properties) throws SQLException {
    Clients clients = new Clients(properties);
    try (Connection owner =
            DriverManager.getConnection(
                clients.property("spring.flyway.url"),
                clients.property("spring.flyway.user"),
                clients.property("spring.flyway.password"));
        Statement statement = owner.createStatement()) {
      statement.execute("create table kept (id int)");
      statement.execute("grant select on kept to lexohub_app");
      statement.execute("insert into kept values (1)");
    }
    try (RedisClient redis = clients.redis();
        S3Client s3 = clients.s3();
        DynamoDbClient dynamoDb = clients.dynamoDb();
        SqsClient sqs = clients.sqs()) {
      dynamoDb.putItem(
          put ->
              put.tableName(clients.property("lexohub.connections.table"))
                  .item(Map.of("connectionId", AttributeValue.fromS("in DynamoDB"))));
      redis.set("kept", "in Redis");
      s3.putObject(
          put -> put.bucket(clients.property("lexohub.s3.bucket")).key("kept"),
          RequestBody.fromString("in S3"));
      sqs.sendMessage(
          send ->
              send.queueUrl(clients.property("lexohub.sqs.pdf-queue-url")).messageBody("in SQS"));
    }
    clients.openSearch("PUT", "/kept", "{}");
    clients.openSearch("PUT", "/kept/_doc/1?refresh=true", "{\"kept\":\"in OpenSearch\"}");
  }

  private static void assertKept(Map<String, String> properties) throws SQLException {
    Clients clients = new Clients(properties);
    assertThat(asked(properties, "select count(*) from kept")).isEqualTo("1");
    try (RedisClient redis = clients.redis();
        S3Client s3 = clients.s3();
        DynamoDbClient dynamoDb = clients.dynamoDb();
        SqsClient sqs = clients.sqs()) {
      assertThat(
              dynamoDb
                  .scan(scan -> scan.tableName(clients.property("lexohub.connections.table")))
                  .items())
          .containsExactly(Map.of("connectionId", AttributeValue.fromS("in DynamoDB")));
      String bucket = clients.property("lexohub.s3.bucket");
      String queue = clients.property("lexohub.sqs.pdf-queue-url");
      assertThat(redis.get("kept")).isEqualTo("in Redis");
      assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key("kept")).asUtf8String())
          .isEqualTo("in S3");
      assertThat(
              sqs.receiveMessage(receive -> receive.queueUrl(queue).visibilityTimeout(0))
                  .messages())
          .extracting(Message::body)
          .containsExactly("in SQS");
    }
    assertThat(clients.openSearch("GET", "/kept/_doc/1", "").body()).contains("in OpenSearch");
  }

  /** Redis flushes once a second, so what is younger may be lost with it. */
  private static void awaitRedisFlush(Map<String, String> properties) {
    try (RedisClient redis = new Clients(properties).redis()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> redis.info("persistence"),
              info ->
                  info.contains("aof_pending_bio_fsync:0") && info.contains("aof_buffer_length:0"));
    }
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static String asked(Map<String, String> properties, String query) throws SQLException {
    Clients clients = new Clients(properties);
    try (Connection connection =
            DriverManager.getConnection(
                clients.property("spring.datasource.url"),
                clients.property("spring.datasource.username"),
                clients.property("spring.datasource.password"));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
