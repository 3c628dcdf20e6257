package za.lexohub.embedded.dynamodb;

import java.util.Map;
import za.lexohub.embedded.part.Http;
import za.lexohub.embedded.part.Part;

/**
 * A DynamoDB server with the tables of sessions and of connections, with the keys that {@code
 * infra-terraform/modules/sessions} gives them.
 *
 * <p>It is DynamoDB Local, Amazon's own stand-in: it checks no signature, and like DynamoDB it
 * removes what has expired when it comes to it.
 */
public interface DynamoDbPart extends Part {

  String SESSIONS_TABLE = "lexohub-sessions";
  String CONNECTIONS_TABLE = "lexohub-connections";

  /** Where clients connect, as {@code http://host:port}. */
  String endpoint();

  /** Makes the tables when the server answers and does not have them yet. */
  @Override
  default boolean isReady() {
    return provides(
            SESSIONS_TABLE,
            """
            {"TableName": "lexohub-sessions", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [
               {"AttributeName": "userId", "AttributeType": "S"},
               {"AttributeName": "sessionId", "AttributeType": "S"}],
             "KeySchema": [
               {"AttributeName": "userId", "KeyType": "HASH"},
               {"AttributeName": "sessionId", "KeyType": "RANGE"}]}
            """)
        && provides(
            CONNECTIONS_TABLE,
            """
            {"TableName": "lexohub-connections", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [
               {"AttributeName": "connectionId", "AttributeType": "S"},
               {"AttributeName": "tenantId", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "connectionId", "KeyType": "HASH"}],
             "GlobalSecondaryIndexes": [
               {"IndexName": "by-tenantId", "Projection": {"ProjectionType": "ALL"},
                "KeySchema": [{"AttributeName": "tenantId", "KeyType": "HASH"}]}]}
            """);
  }

  private boolean provides(String table, String definition) {
    String name = "{\"TableName\": \"" + table + "\"}";
    int found = asked("DescribeTable", name);
    if (found != 400) {
      return found == 200;
    }
    return asked("CreateTable", definition) == 200
        && asked(
                "UpdateTimeToLive",
                "{\"TableName\": \"%s\", \"TimeToLiveSpecification\": {\"AttributeName\": \"expiresAt\", \"Enabled\": true}}"
                    .formatted(table))
            == 200;
  }

  private int asked(String operation, String body) {
    return Http.post(
        endpoint(),
        body,
        "Content-Type",
        "application/x-amz-json-1.0",
        "X-Amz-Target",
        "DynamoDB_20120810." + operation,
        // Looked at, but never held against a secret.
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=LEXOHUB/20260101/af-south-1/dynamodb/aws4_request,"
            + " SignedHeaders=host, Signature=none");
  }

  @Override
  default String address() {
    return endpoint();
  }

  @Override
  default Map<String, String> properties() {
    return Map.of(
        "lexohub.dynamodb.endpoint", endpoint(),
        "lexohub.sessions.table", SESSIONS_TABLE,
        "lexohub.connections.table", CONNECTIONS_TABLE);
  }
}
