package za.lexohub.api.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import za.lexohub.query.live.EveryChange;
import za.lexohub.readmodels.live.Change;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.SessionsUnavailable;

class FanOutTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final Log log = new Log();
  private final Posts posts = new Posts();
  private final KnownConnections connections = new KnownConnections();
  private final FanOut fanOut =
      new FanOut(log, connections, posts, Clock.fixed(NOW, ZoneOffset.UTC));

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
        new Connection("a", "jhb", "thandi", Set.of("InvoicePaid"), NOW.plusSeconds(60)));
    starting();
    happens("jhb", "InvoiceSent");
    happens("jhb", "InvoicePaid");

    fanOut.round();

    assertThat(posts.to("a")).singleElement().asString().contains("InvoicePaid");
  }

  @Test
  void aConnectionWhoseTokenHasEndedIsToldNothing() {
    connections.open(new Connection("a", "jhb", "thandi", Set.of(), NOW));
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
    connections.open(new Connection(id, tenant, "thandi", Set.of(), NOW.plusSeconds(60)));
  }

  /** The first time it begins at the head. */
  private void starting() {
    fanOut.round();
  }

  private void happens(String tenant, String type) {
    log.changes.add(
        new Change(tenant, log.changes.size() + 1, type, "Invoice", "invoice-1", 1, NOW));
  }

  private static final class Log implements EveryChange {
    final List<Change> changes = new ArrayList<>();
    boolean mine = true;

    @Override
    public boolean isMine() {
      return mine;
    }

    @Override
    public void leave() {
      mine = false;
    }

    @Override
    public long head() {
      return changes.size();
    }

    @Override
    public List<Change> after(long position, int limit) {
      return changes.stream().filter(it -> it.position() > position).limit(limit).toList();
    }
  }

  private static final class Posts implements ConnectionGateway {
    final Map<String, Delivery> answers = new ConcurrentHashMap<>();
    final Map<String, Integer> tries = new ConcurrentHashMap<>();
    final List<String> closed = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();

    @Override
    public Delivery post(String connectionId, String text) {
      tries.merge(connectionId, 1, Integer::sum);
      Delivery answer = answers.getOrDefault(connectionId, Delivery.DELIVERED);
      if (answer == Delivery.DELIVERED) {
        taken.computeIfAbsent(connectionId, any -> new CopyOnWriteArrayList<>()).add(text);
      }
      return answer;
    }

    @Override
    public void close(String connectionId) {
      closed.add(connectionId);
    }

    List<String> to(String connectionId) {
      return taken.getOrDefault(connectionId, List.of());
    }
  }
}
