package za.lexohub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.embedded.sqs.SqsPart;

/** Every part answers a real client of its protocol. */
class EveryPartIT {

  private final EmbeddedParts parts = TestParts.all();
  private final Clients clients = new Clients(parts.properties());

  @Test
  void commits_are_flushed_to_the_disk() throws SQLException {
    assertThat(
            asked(
                TestParts.postgres().database(),
                "select current_setting('fsync') || current_setting('synchronous_commit')"))
        .isEqualTo("onon");
  }

  @Test
  void the_server_is_a_postgresql_17_that_sorts_the_same_everywhere() throws SQLException {
    Database database = TestParts.postgres().database();

    assertThat(asked(database, "select current_setting('server_version')")).startsWith("17.");
    assertThat(
            asked(
                database,
                "select datlocprovider::text || datlocale from pg_database where datname ="
                    + " 'lexohub'"))
        .isEqualTo("bC.UTF-8");
    assertThat(asked(database, "select upper('zoë')")).isEqualTo("ZOË");
  }

  @Test
  void the_application_may_only_do_what_the_owner_grants_it() throws SQLException {
    Database database = TestParts.postgres().createDatabase("granted");
    try (Connection owner =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        Statement statement = owner.createStatement()) {
      statement.execute("create table kept (id int)");
    }

    assertThatThrownBy(() -> asked(database, "select count(*) from kept"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asked(database, "create table mine (id int)"))
        .hasMessageContaining("permission denied");
    assertThat(
            asked(
                database,
                "select rolsuper or rolbypassrls or rolcreatedb from pg_roles where rolname ="
                    + " current_user"))
        .isEqualTo("f");
  }

  @Test
  void a_wrong_password_does_not_open_the_database() {
    Database database = TestParts.postgres().database();

    assertThatThrownBy(
            () -> DriverManager.getConnection(database.url(), database.application(), "guessed"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void an_analyst_enters_by_a_password_of_their_own_and_as_nobody_else() throws SQLException {
    Database database = TestParts.postgres().createDatabase("analysed");

    for (String role : List.of(database.owner(), database.application())) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), role, database.analystPassword()))
          .hasMessageContaining("password authentication failed");
    }
    try (Connection analyst =
            DriverManager.getConnection(
                database.url(), database.analyst(), database.analystPassword());
        Statement statement = analyst.createStatement();
        ResultSet shown = statement.executeQuery("show statement_timeout")) {
      shown.next();
      assertThat(shown.getString(1)).isEqualTo("30s");
    }
  }

  /** The event log's appends wait for an advisory lock, and anybody could hold it. */
  @Test
  void an_analyst_takes_no_lock_that_others_wait_for_and_stores_nothing() throws SQLException {
    Database database = TestParts.postgres().database();
    try (Connection analyst =
            DriverManager.getConnection(
                database.url(), database.analyst(), database.analystPassword());
        Statement statement = analyst.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      for (String attempt :
          List.of(
              "pg_advisory_lock(7220001)",
              "pg_try_advisory_xact_lock(7220001)",
              "lo_create(0)",
              "lo_from_bytea(0, 'x')")) {
        assertThatThrownBy(() -> statement.execute("select " + attempt))
            .hasMessageContaining("permission denied for function");
      }
    }
    assertThat(asked(database, "select pg_try_advisory_xact_lock(7220001)")).isEqualTo("t");
  }

  @Test
  void a_database_made_again_is_empty() throws SQLException {
    Database first = TestParts.postgres().createDatabase("again");
    try (Connection owner =
            DriverManager.getConnection(first.url(), first.owner(), first.password());
        Statement statement = owner.createStatement()) {
      statement.execute("create table kept (id int)");

      Database second = TestParts.postgres().createDatabase("again");

      assertThat(asked(second, "select count(*) from pg_tables where tablename = 'kept'"))
          .isEqualTo("0");
    }
  }

  @Test
  void redis_keeps_an_append_only_file() {
    try (RedisClient redis = clients.redis()) {
      redis.set("greeting", "hello");

      assertThat(redis.get("greeting")).isEqualTo("hello");
      assertThat(redis.info("persistence")).contains("aof_enabled:1");
    }
  }

  @Test
  void opensearch_finds_a_misspelt_name_and_makes_no_index_by_itself() {
    clients.openSearch(
        "PUT", "/names", "{\"mappings\":{\"properties\":{\"name\":{\"type\":\"text\"}}}}");
    clients.openSearch("PUT", "/names/_doc/1?refresh=true", "{\"name\":\"Nkosi Attorneys\"}");

    assertThat(
            clients
                .openSearch(
                    "POST",
                    "/names/_search",
                    "{\"query\":{\"match\":{\"name\":{\"query\":\"nkossi\",\"fuzziness\":\"AUTO\"}}}}")
                .body())
        .contains("Nkosi Attorneys");
    assertThat(clients.openSearch("PUT", "/misspelt/_doc/1", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void s3_keeps_every_version_of_a_document_and_takes_the_headers_of_a_lock() {
    try (S3Client s3 = clients.s3()) {
      String bucket = clients.property("lexohub.s3.bucket");
      PutObjectRequest put =
          PutObjectRequest.builder()
              .bucket(bucket)
              .key("invoice.pdf")
              .objectLockMode(ObjectLockMode.GOVERNANCE)
              .objectLockRetainUntilDate(Instant.parse("2035-01-01T00:00:00Z"))
              .checksumAlgorithm(ChecksumAlgorithm.SHA256)
              .build();
      String original = s3.putObject(put, RequestBody.fromString("sent")).versionId();
      s3.putObject(put, RequestBody.fromString("forged"));

      assertThat(
              s3.getObjectAsBytes(get -> get.bucket(bucket).key("invoice.pdf").versionId(original))
                  .asUtf8String())
          .isEqualTo("sent");
    }
  }

  @Test
  void a_message_that_nobody_can_handle_ends_in_the_dead_letter_queue() {
    try (SqsClient sqs = clients.sqs()) {
      String queue = clients.property("lexohub.sqs.batch-queue-url");
      String body = UUID.randomUUID().toString();
      sqs.sendMessage(request -> request.queueUrl(queue).messageBody(body));
      for (int received = 0; received < SqsPart.MAX_RECEIVE_COUNT; received++) {
        assertThat(received(sqs, queue)).containsExactly(body);
      }

      assertThat(received(sqs, queue)).isEmpty();
      assertThat(received(sqs, queue + "-dlq")).containsExactly(body);
    }
  }

  @Test
  void every_queue_of_the_workers_is_there() {
    try (SqsClient sqs = clients.sqs()) {
      for (String property :
          List.of(
              "lexohub.sqs.pdf-queue-url",
              "lexohub.sqs.email-queue-url",
              "lexohub.sqs.batch-queue-url",
              "lexohub.sqs.analytics-queue-url")) {
        assertThat(
                sqs.getQueueAttributes(
                        request ->
                            request
                                .queueUrl(clients.property(property))
                                .attributeNames(QueueAttributeName.REDRIVE_POLICY))
                    .attributes()
                    .get(QueueAttributeName.REDRIVE_POLICY))
            .contains("-dlq")
            .contains("5");
      }
    }
  }

  @Test
  void dynamodb_has_the_tables_that_terraform_makes() {
    try (DynamoDbClient dynamoDb = clients.dynamoDb()) {
      TableDescription sessions = table(dynamoDb, "lexohub.sessions.table");
      TableDescription connections = table(dynamoDb, "lexohub.connections.table");

      assertThat(sessions.keySchema())
          .extracting("attributeName")
          .containsExactly("userId", "sessionId");
      assertThat(connections.keySchema())
          .extracting("attributeName")
          .containsExactly("connectionId");
      assertThat(connections.globalSecondaryIndexes())
          .singleElement()
          .satisfies(
              index -> {
                assertThat(index.indexName()).isEqualTo("by-tenantId");
                assertThat(index.keySchema())
                    .extracting("attributeName")
                    .containsExactly("tenantId");
              });
      for (TableDescription table : List.of(sessions, connections)) {
        assertThat(
                dynamoDb
                    .describeTimeToLive(request -> request.tableName(table.tableName()))
                    .timeToLiveDescription())
            .satisfies(
                ttl -> {
                  assertThat(ttl.attributeName()).isEqualTo("expiresAt");
                  assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                });
      }
    }
  }

  @Test
  void a_letter_to_anybody_arrives_and_can_be_read() throws Exception {
    clients.send("attorney@nkosi.example", "Invoice 2024/0001");

    assertThat(Clients.onlySubjectIn(TestParts.mail(), "attorney@nkosi.example"))
        .isEqualTo("Invoice 2024/0001");
  }

  private TableDescription table(DynamoDbClient dynamoDb, String property) {
    return dynamoDb.describeTable(ask -> ask.tableName(clients.property(property))).table();
  }

  private static List<String> received(SqsClient sqs, String queue) {
    return sqs
        .receiveMessage(request -> request.queueUrl(queue).visibilityTimeout(0))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private static String asked(Database database, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.application(), database.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
