package za.lexohub.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.embedded.dynamodb.DynamoDbPart;

/** Open WebSockets in the table that Terraform describes. */
class ConnectionTableIT {

  private final TestClock clock = new TestClock();
  private final Connections connections =
      new ConnectionTable(Stores.dynamoDb(), DynamoDbPart.CONNECTIONS_TABLE, clock);
  private final String tenant = UUID.randomUUID().toString();

  @Test
  void a_tenants_connections_are_its_own_and_end_when_they_are_closed() {
    Connection first = connection(tenant, Set.of());
    Connection second = connection(tenant, Set.of("invoice", "matter"));
    Connection foreign = connection(UUID.randomUUID().toString(), Set.of());
    connections.open(first);
    connections.open(second);
    connections.open(foreign);

    assertThat(connections.ofTenant(tenant)).containsExactlyInAnyOrder(first, second);

    connections.close(first.id());
    connections.close(first.id());

    assertThat(connections.ofTenant(tenant)).containsExactly(second);
    assertThat(connections.find(first.id())).isEmpty();
    assertThat(connections.find(foreign.id())).contains(foreign);
  }

  @Test
  void a_connection_that_is_opened_again_takes_what_is_given_then() {
    Connection plain = connection(tenant, Set.of());
    Connection choosy = plain.subscribed(Set.of("invoice"));
    connections.open(plain);
    connections.open(choosy);

    assertThat(connections.ofTenant(tenant)).containsExactly(choosy);
  }

  @Test
  void a_connection_of_a_token_without_a_session_has_none() {
    Connection machine =
        new Connection(
            UUID.randomUUID().toString(),
            tenant,
            "machine",
            null,
            Set.of(),
            clock.instant().plus(Duration.ofHours(2)));
    connections.open(machine);

    assertThat(connections.find(machine.id())).contains(machine);
  }

  @Test
  void what_has_expired_is_not_there_though_the_table_still_holds_it() {
    Connection connection = connection(tenant, Set.of());
    connections.open(connection);

    clock.pass(Duration.ofHours(2));

    assertThat(connections.ofTenant(tenant)).isEmpty();
    assertThat(connections.find(connection.id())).isEmpty();
  }

  @Test
  void the_position_is_the_last_that_was_noted_and_no_tenants_connection() {
    connections.position(41);
    connections.position(42);

    assertThat(connections.position()).hasValue(42);
    assertThat(connections.find("#position")).isEmpty();
  }

  @Test
  void what_is_to_be_told_is_known_at_once_until_that_very_note_is_done() {
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Resume first = new Resume(id, 7, now);
    Resume second = new Resume(id, 3, now.plusMillis(1));
    connections.resume(first);
    connections.resume(first);
    connections.resume(second);

    assertThat(connections.resumes()).contains(first, second);

    connections.resumed(Set.of(first));
    connections.resumed(Set.of(first));
    connections.resumed(Set.of());

    assertThat(connections.resumes()).contains(second).doesNotContain(first);
    connections.resumed(Set.of(second));
    assertThat(connections.resumes()).doesNotContain(second);
    assertThat(connections.find("#resumes")).isEmpty();
  }

  @Test
  void notes_that_are_done_go_together() {
    Resume first = new Resume(UUID.randomUUID().toString(), 7, clock.instant());
    Resume second = new Resume(UUID.randomUUID().toString(), 8, clock.instant());
    Resume stays = new Resume(UUID.randomUUID().toString(), 9, clock.instant());
    connections.resume(first);
    connections.resume(second);
    connections.resume(stays);

    connections.resumed(Set.of(first, second));

    assertThat(connections.resumes()).contains(stays).doesNotContain(first, second);
    connections.resumed(Set.of(stays));
  }

  @Test
  void without_the_table_a_call_says_so() {
    Connections cut =
        new ConnectionTable(Stores.noDynamoDb(), DynamoDbPart.CONNECTIONS_TABLE, clock);

    assertThatThrownBy(() -> cut.ofTenant(tenant)).isInstanceOf(SessionsUnavailable.class);
    assertThatThrownBy(cut::resumes).isInstanceOf(SessionsUnavailable.class);
    assertThatThrownBy(() -> cut.position(1)).isInstanceOf(SessionsUnavailable.class);
  }

  private Connection connection(String owner, Set<String> types) {
    return new Connection(
        UUID.randomUUID().toString(),
        owner,
        "user",
        "session",
        types,
        clock.instant().plus(Duration.ofHours(2)));
  }
}
