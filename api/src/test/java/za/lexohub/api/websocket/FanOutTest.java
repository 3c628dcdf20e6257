package za.lexohub.api.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.SessionKey;
import za.lexohub.sessions.SessionsUnavailable;

class FanOutTest {
  static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final MovingClock clock = new MovingClock();
  private final EndedSessions sessions = new EndedSessions();
  private final Log log = new Log();
  private final Posts posts = new Posts(clock);
  private final KnownConnections connections = new KnownConnections();
  private final FanOut fanOut =
      new FanOut(log, connections, new SocketSessions(sessions, clock), posts, clock);

  @Test
  void everyConnectionIsToldTheChangesOfItsTenantInOrder() {
    open("a", "jhb");
    open("b", "jhb");
    open("c", "cpt");
    starting();
    happens("jhb", "InvoiceSent");
    happens("cpt", "MatterOpened");
    happens("jhb", "InvoicePaid");

    fanOut.round();

    assertThat(posts.to("a")).hasSize(2).isEqualTo(posts.to("b"));
    assertThat(posts.to("a").getFirst())
        .contains("\"event\":\"change\"", "\"type\":\"InvoiceSent\"", "\"position\":1");
    assertThat(posts.to("a").getLast()).contains("InvoicePaid");
    assertThat(posts.to("c")).singleElement().asString().contains("MatterOpened");
    assertThat(connections.kept).hasValue(3);
  }

  @Test
  void whoAskedForSomeTypesIsToldThoseAlone() {
    connections.open(
        new Connection("a", "jhb", "thandi", null, Set.of("InvoicePaid"), NOW.plusSeconds(60)));
    starting();
    happens("jhb", "InvoiceSent");
    happens("jhb", "InvoicePaid");

    fanOut.round();

    assertThat(posts.to("a")).singleElement().asString().contains("InvoicePaid");
  }

  @Test
  void aConnectionWhoseTokenHasEndedIsToldNothing() {
    connections.open(new Connection("a", "jhb", "thandi", null, Set.of(), NOW));
    starting();
    happens("jhb", "InvoiceSent");

    fanOut.round();

    assertThat(posts.to("a")).isEmpty();
  }

  @Test
  void whoIsGoneIsForgotten() {
    open("a", "jhb");
    open("b", "jhb");
    posts.answers.put("a", ConnectionGateway.Delivery.GONE);
    starting();
    happens("jhb", "InvoiceSent");
    happens("jhb", "InvoicePaid");

    fanOut.round();

    assertThat(connections.open).containsOnlyKeys("b");
    assertThat(posts.tries).containsEntry("a", 1);
    assertThat(posts.to("b")).hasSize(2);
    assertThat(posts.closed).isEmpty();
  }

  @Test
  void whoTakesNothingIsTriedThriceAndClosed() {
    open("a", "jhb");
    posts.answers.put("a", ConnectionGateway.Delivery.LATER);
    starting();
    happens("jhb", "InvoiceSent");

    fanOut.round();

    assertThat(posts.tries).containsEntry("a", 3);
    assertThat(posts.closed).containsExactly("a");
    assertThat(connections.open).isEmpty();
  }

  @Test
  void aConnectionWhoseSessionHasEndedIsClosedAndToldNothingMore() {
    open("a", "jhb", "stolen");
    open("b", "jhb", "own");
    open("c", "jhb", null);
    starting();
    happens("jhb", "InvoiceSent");
    fanOut.round();
    sessions.ended.add(new SessionKey("thandi", "stolen"));
    clock.passes(SocketSessions.KNOWN_FOR);
    happens("jhb", "InvoicePaid");

    fanOut.round();

    assertThat(posts.to("a")).singleElement().asString().contains("InvoiceSent");
    assertThat(posts.closed).containsExactly("a");
    assertThat(connections.open).containsOnlyKeys("b", "c");
    assertThat(posts.to("b")).hasSize(2).isEqualTo(posts.to("c"));
  }

  @Test
  void aSessionIsAskedForOnceInAWhileHoweverMuchHappens() {
    open("a", "jhb", "own");
    starting();
    for (int i = 0; i < 5; i++) {
      happens("jhb", "InvoiceSent");
      fanOut.round();
    }
    assertThat(sessions.asked).hasValue(1);

    clock.passes(SocketSessions.KNOWN_FOR);
    happens("jhb", "InvoiceSent");
    fanOut.round();

    assertThat(sessions.asked).hasValue(2);
    assertThat(posts.to("a")).hasSize(6);
  }

  @Test
  void whoCannotBeClosedIsKeptAndToldNothingUntilThatIsDone() {
    open("a", "jhb", "stolen");
    sessions.ended.add(new SessionKey("thandi", "stolen"));
    posts.closesNothing = true;
    starting();
    happens("jhb", "InvoiceSent");
    assertThat(fanOut.round()).as("nobody waits for it").isTrue();
    assertThat(connections.open).containsOnlyKeys("a");

    posts.closesNothing = false;
    happens("jhb", "InvoicePaid");
    fanOut.round();

    assertThat(posts.to("a")).isEmpty();
    assertThat(connections.open).isEmpty();
  }

  @Test
  void whileTheGatewayIsAwayNobodyIsForgottenAndTheRestIsToldOnce() {
    open("a", "jhb");
    open("b", "jhb");
    posts.answers.put("a", ConnectionGateway.Delivery.LATER);
    posts.closesNothing = true;
    starting();
    happens("jhb", "InvoiceSent");
    assertThatThrownBy(fanOut::round).hasMessageContaining("neither told nor closed");
    happens("jhb", "InvoicePaid");
    assertThatThrownBy(fanOut::round).hasMessageContaining("neither told nor closed");

    assertThat(connections.open).containsOnlyKeys("a", "b");
    assertThat(connections.kept).as("the place that is kept").isEmpty();
    assertThat(posts.to("b")).hasSize(2);

    posts.answers.clear();
    posts.closesNothing = false;
    fanOut.round();

    assertThat(posts.to("a")).hasSize(2).isEqualTo(posts.to("b"));
    assertThat(connections.kept).hasValue(2);
  }

  @Test
  void whoTakesNothingForTheTimeOfARoundIsClosed() {
    open("a", "jhb");
    open("b", "cpt");
    posts.slow = "a";
    posts.answers.put("a", ConnectionGateway.Delivery.LATER);
    posts.takes = FanOut.TIME_PER_ROUND;
    starting();
    happens("jhb", "InvoiceSent");
    happens("cpt", "MatterOpened");

    fanOut.round();

    assertThat(posts.tries).as("the change, and why it is closed").containsEntry("a", 2);
    assertThat(posts.closed).containsExactly("a");
    assertThat(connections.open).containsOnlyKeys("b");
    assertThat(posts.to("b")).hasSize(1);
    assertThat(connections.kept).hasValue(2);
  }

  private void muchHappensToASlowOneAndLittleToAnother() {
    open("a", "jhb");
    open("b", "cpt");
    posts.slow = "a";
    starting();
    for (int i = 0; i < 10; i++) {
      happens("jhb", "InvoiceSent");
    }
    happens("cpt", "MatterOpened");
  }

  @Test
  void whoTakesEverythingSlowlyStaysAndIsToldItAllInOrder() {
    muchHappensToASlowOneAndLittleToAnother();
    fanOut.round();
    assertThat(posts.to("b")).hasSize(1);
    assertThat(posts.to("a")).as("what two rounds have time for").hasSize(8);
    assertThat(connections.kept).as("nobody waits for it").hasValue(11);
    happens("jhb", "InvoicePaid");

    fanOut.round();
    fanOut.round();
    happens("jhb", "InvoiceViewed");
    fanOut.round();

    assertThat(posts.to("a"))
        .extracting(it -> it.replaceAll(".*\"position\":(\\d+).*", "$1"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "13");
    assertThat(posts.closed).isEmpty();
    assertThat(connections.notes).isEmpty();
  }

  @Test
  void whoIsSlowIsToldTheRestByTheNodeThatTakesOver() {
    open("a", "jhb");
    posts.slow = "a";
    starting();
    for (int i = 0; i < 10; i++) {
      happens("jhb", "InvoiceSent");
    }
    fanOut.round();
    posts.slow = null;

    new FanOut(log, connections, new SocketSessions(sessions, clock), posts, clock).round();

    assertThat(posts.to("a")).anyMatch(it -> it.contains("hello"));
    assertThat(posts.to("a").stream().filter(it -> it.contains("change")).distinct()).hasSize(10);
  }

  @Test
  void whileWhereASlowOneStandsCannotBeNotedThePlaceIsNotKept() {
    muchHappensToASlowOneAndLittleToAnother();
    connections.full = true;
    assertThatThrownBy(fanOut::round).hasMessageContaining("neither told nor closed");
    assertThat(connections.kept).isEmpty();

    connections.full = false;
    fanOut.round();
    fanOut.round();

    assertThat(posts.to("a")).hasSize(10).doesNotHaveDuplicates();
    assertThat(posts.to("b")).hasSize(1);
    assertThat(connections.kept).hasValue(11);
  }

  @Test
  void whatCouldNotBeToldIsToldLater() {
    open("a", "jhb");
    starting();
    happens("jhb", "InvoiceSent");
    connections.away = true;
    assertThatThrownBy(fanOut::round).isInstanceOf(SessionsUnavailable.class);

    connections.away = false;
    fanOut.round();

    assertThat(posts.to("a")).hasSize(1);
  }

  @Test
  void anotherNodeGoesOnWhereThisOneHasKeptItsPlace() {
    open("a", "jhb");
    connections.kept = OptionalLong.of(1);
    happens("jhb", "InvoiceSent");
    happens("jhb", "InvoicePaid");
    log.mine = false;
    assertThat(fanOut.round()).isFalse();
    assertThat(posts.to("a")).isEmpty();

    log.mine = true;
    assertThat(fanOut.round()).isTrue();

    assertThat(posts.to("a")).singleElement().asString().contains("InvoicePaid");
  }

  private void open(String id, String tenant) {
    open(id, tenant, null);
  }

  private void open(String id, String tenant, @Nullable String session) {
    connections.open(
        new Connection(id, tenant, "thandi", session, Set.of(), NOW.plusSeconds(3600)));
  }

  /** The first time it begins at the head. */
  private void starting() {
    fanOut.round();
  }

  private void happens(String tenant, String type) {
    log.happens(tenant, type);
  }
}
