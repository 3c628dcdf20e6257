package za.lexohub.sessions;

import static za.lexohub.sessions.Table.moment;
import static za.lexohub.sessions.Table.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table of sessions. Every method throws {@link SessionsUnavailable} when it is away. */
final class SessionTable {

  /**
   * How long the record of a session outlives it, so that a token which is renewed for longer than
   * a session may last does not begin the same one again. No refresh token is made out for longer.
   */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final DynamoDbClient dynamoDb;
  private final String name;

  SessionTable(DynamoDbClient dynamoDb, String name) {
    this.dynamoDb = dynamoDb;
    this.name = name;
  }

  Optional<SessionItem> find(SessionKey key) {
    Map<String, AttributeValue> item =
        Table.ask(
            () ->
                dynamoDb
                    .getItem(get -> get.tableName(name).key(of(key)).consistentRead(true))
                    .item());
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /** All that are still remembered, ended ones too. */
  List<SessionItem> of(String userId) {
    return Table.ask(
        () ->
            dynamoDb
                .queryPaginator(
                    query ->
                        query
                            .tableName(name)
                            .consistentRead(true)
                            .keyConditionExpression("userId = :user")
                            .expressionAttributeValues(Map.of(":user", text(userId))))
                .items()
                .stream()
                .map(SessionTable::read)
                .toList());
  }

  /** Writes a session down, unless there is a record of it. */
  boolean begin(Sighting first, Instant now, Instant endsAt) {
    Map<String, AttributeValue> item = new HashMap<>(of(first.key()));
    item.put("tenantId", text(first.tenantId()));
    item.put("startedAt", moment(now));
    item.put("lastSeenAt", moment(now));
    item.put("endsAt", moment(endsAt));
    item.put("expiresAt", Table.time(endsAt.plus(REMEMBERED)));
    item.put("network", text(first.network()));
    item.put("client", text(first.client()));
    return Table.write(
        () ->
            dynamoDb.putItem(
                put ->
                    put.tableName(name)
                        .item(item)
                        .conditionExpression("attribute_not_exists(userId)")));
  }

  /** Notes a request; one that ended meanwhile stays as it is. */
  void seen(SessionKey key, Instant now) {
    Table.write(
        () ->
            dynamoDb.updateItem(
                update ->
                    update
                        .tableName(name)
                        .key(of(key))
                        .updateExpression("SET lastSeenAt = :now")
                        .conditionExpression(
                            "attribute_exists(userId) AND attribute_not_exists(endedAt)")
                        .expressionAttributeValues(Map.of(":now", moment(now)))));
  }

  /**
   * Ends a session; what ended it first stays.
   *
   * @param by {@code USER} or {@code LIMIT}
   * @return false when there is no record of it
   */
  boolean end(SessionKey key, Instant now, String by) {
    return Table.write(
        () ->
            dynamoDb.updateItem(
                update ->
                    update
                        .tableName(name)
                        .key(of(key))
                        .updateExpression(
                            "SET endedAt = if_not_exists(endedAt, :now), endedBy ="
                                + " if_not_exists(endedBy, :by)")
                        .conditionExpression("attribute_exists(userId)")
                        .expressionAttributeValues(Map.of(":now", moment(now), ":by", text(by)))));
  }

  private static Map<String, AttributeValue> of(SessionKey key) {
    return Map.of("userId", text(key.userId()), "sessionId", text(key.sessionId()));
  }

  private static SessionItem read(Map<String, AttributeValue> item) {
    return new SessionItem(
        new SessionKey(text(item, "userId"), text(item, "sessionId")),
        orEpoch(item, "startedAt"),
        orEpoch(item, "lastSeenAt"),
        orEpoch(item, "endsAt"),
        text(item, "network"),
        text(item, "client"),
        moment(item, "endedAt"));
  }

  /** An item that lacks a time is of no session that could still let in. */
  private static Instant orEpoch(Map<String, AttributeValue> item, String name) {
    Instant found = moment(item, name);
    return found == null ? Instant.EPOCH : found;
  }
}
