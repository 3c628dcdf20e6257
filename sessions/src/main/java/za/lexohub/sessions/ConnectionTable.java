package za.lexohub.sessions;

import static za.lexohub.sessions.Table.moment;
import static za.lexohub.sessions.Table.text;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Open connections in DynamoDB. */
final class ConnectionTable implements Connections {

  /** These belong to no tenant, so that no tenant's index holds them. */
  private static final Map<String, AttributeValue> POSITION =
      Map.of("connectionId", text("#position"));

  private static final Map<String, AttributeValue> RESUMES =
      Map.of("connectionId", text("#resumes"));

  private final DynamoDbClient dynamoDb;
  private final String name;
  private final Clock clock;

  ConnectionTable(DynamoDbClient dynamoDb, String name, Clock clock) {
    this.dynamoDb = dynamoDb;
    this.name = name;
    this.clock = clock;
  }

  @Override
  public void open(Connection connection) {
    Map<String, AttributeValue> item = new HashMap<>(of(connection.id()));
    item.put("tenantId", text(connection.tenantId()));
    item.put("userId", text(connection.userId()));
    if (connection.sessionId() != null) {
      item.put("sessionId", text(connection.sessionId()));
    }
    item.put("endsAt", moment(connection.expiresAt()));
    item.put("expiresAt", Table.time(connection.expiresAt()));
    if (!connection.types().isEmpty()) {
      item.put("types", AttributeValue.fromSs(List.copyOf(connection.types())));
    }
    Table.ask(() -> dynamoDb.putItem(put -> put.tableName(name).item(item)));
  }

  @Override
  public void close(String id) {
    Table.ask(() -> dynamoDb.deleteItem(delete -> delete.tableName(name).key(of(id))));
  }

  @Override
  public Optional<Connection> find(String id) {
    return live(Stream.of(
            Table.ask(
                () ->
                    dynamoDb
                        .getItem(get -> get.tableName(name).key(of(id)).consistentRead(true))
                        .item())))
        .findFirst();
  }

  @Override
  public List<Connection> ofTenant(String tenantId) {
    return Table.ask(
        () ->
            live(dynamoDb
                    .queryPaginator(
                        query ->
                            query
                                .tableName(name)
                                .indexName("by-tenantId")
                                .keyConditionExpression("tenantId = :tenant")
                                .expressionAttributeValues(Map.of(":tenant", text(tenantId))))
                    .items()
                    .stream())
                .toList());
  }

  /** The table removes what has expired in its own time. */
  private Stream<Connection> live(Stream<Map<String, AttributeValue>> items) {
    Instant now = clock.instant();
    return items
        .filter(item -> item.containsKey("tenantId"))
        .map(ConnectionTable::read)
        .filter(connection -> now.isBefore(connection.expiresAt()));
  }

  @Override
  public OptionalLong position() {
    Map<String, AttributeValue> item =
        Table.ask(
            () ->
                dynamoDb
                    .getItem(get -> get.tableName(name).key(POSITION).consistentRead(true))
                    .item());
    AttributeValue reached = item.get("reached");
    return reached == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(reached.n()));
  }

  @Override
  public void position(long reached) {
    Map<String, AttributeValue> item = new HashMap<>(POSITION);
    item.put("reached", AttributeValue.fromN(Long.toString(reached)));
    Table.ask(() -> dynamoDb.putItem(put -> put.tableName(name).item(item)));
  }

  @Override
  public void resume(Resume resume) {
    note("add", Set.of(resume));
  }

  @Override
  public void resumed(Set<Resume> done) {
    if (!done.isEmpty()) {
      note("delete", done);
    }
  }

  /** One item holds all: it is asked for often, and what is in it is soon done. */
  private void note(String action, Set<Resume> resumes) {
    AttributeValue many =
        AttributeValue.fromSs(resumes.stream().map(ConnectionTable::written).toList());
    Table.ask(
        () ->
            dynamoDb.updateItem(
                update ->
                    update
                        .tableName(name)
                        .key(RESUMES)
                        .updateExpression(action + " notes :many")
                        .expressionAttributeValues(Map.of(":many", many))));
  }

  @Override
  public Set<Resume> resumes() {
    Map<String, AttributeValue> item =
        Table.ask(
            () ->
                dynamoDb
                    .getItem(get -> get.tableName(name).key(RESUMES).consistentRead(true))
                    .item());
    AttributeValue notes = item.get("notes");
    return notes == null
        ? Set.of()
        : notes.ss().stream().map(ConnectionTable::resume).collect(Collectors.toUnmodifiableSet());
  }

  /** An id of a connection has no blank. */
  private static String written(Resume resume) {
    return resume.connectionId() + " " + resume.after() + " " + resume.at().toEpochMilli();
  }

  private static Resume resume(String written) {
    String[] parts = written.split(" ");
    return new Resume(
        parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
  }

  private static Map<String, AttributeValue> of(String id) {
    return Map.of("connectionId", text(id));
  }

  private static Connection read(Map<String, AttributeValue> item) {
    Instant endsAt = moment(item, "endsAt");
    AttributeValue session = item.get("sessionId");
    AttributeValue types = item.get("types");
    return new Connection(
        text(item, "connectionId"),
        text(item, "tenantId"),
        text(item, "userId"),
        session == null ? null : session.s(),
        types == null ? Set.of() : Set.copyOf(types.ss()),
        endsAt == null ? Instant.EPOCH : endsAt);
  }
}
