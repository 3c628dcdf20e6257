package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import za.lexohub.eventstore.Copying.Copy;
import za.lexohub.eventstore.Ledger.Write;
import za.lexohub.eventstore.Ledger.WriteAfter;
import za.lexohub.eventstore.Ledger.WriteUnlessThere;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;

/** What one node keeps in memory while another one goes on. */
class AggregateCacheIT {

  private static TwoNodes nodes;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext two;

  private final UUID id = UUID.randomUUID();

  @BeforeAll
  static void start() {
    nodes = new TwoNodes("aggregate_cache", Map.of());
    one = nodes.one;
    two = nodes.two;
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void aCommandAfterAnotherReadsNothingFromTheLog() {
    send(one, new Write(id, "a"));
    long hits = one.getBean(AggregateCache.class).entries().stats().hitCount();

    send(one, new WriteAfter(id, "a", "b"));

    assertThat(one.getBean(AggregateCache.class).entries().stats().hitCount()).isGreaterThan(hits);
    assertThat(texts(id)).containsExactly("a", "b");
  }

  @Test
  void whatAnotherNodeAppendedIsNoReasonToRefuse() {
    behind("a", "b");

    send(one, new WriteAfter(id, "b", "c"));

    assertThat(texts(id)).containsExactly("a", "b", "c");
  }

  @Test
  void aRefusalByTheLogStaysARefusal() {
    behind("a", "b");

    assertThatThrownBy(() -> send(one, new WriteAfter(id, "a", "c")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the last is b");
    assertThat(texts(id)).containsExactly("a", "b");
  }

  @Test
  void aRefusalThatTheLogConfirmsIsDecidedOnce() {
    for (int i = 0; i < 130; i++) {
      send(one, new Write(id, "a"));
    }
    CacheStats before = one.getBean(AggregateCache.class).entries().stats();

    assertThatThrownBy(() -> send(one, new WriteAfter(id, "b", "c")))
        .isInstanceOf(IllegalStateException.class);

    CacheStats asked = one.getBean(AggregateCache.class).entries().stats().minus(before);
    assertThat(asked.hitCount()).isEqualTo(1);
    assertThat(asked.missCount()).isZero();
  }

  @Test
  void nothingIsThoughtDoneThatIsDoneNoMore() {
    behind("a", "b");

    send(one, new WriteUnlessThere(id, "a"));

    assertThat(texts(id)).containsExactly("a", "b", "a");
  }

  @Test
  void anotherAggregateIsDecidedByWhatTheLogSaysOfThisOne() {
    UUID other = UUID.randomUUID();
    send(one, new Write(other, "first"));
    behind("a", "b");

    send(one, new Copy(id, other));

    assertThat(texts(other)).containsExactly("first", "b");
  }

  @Test
  void anAppendByANodeThatIsBehindFollowsTheOthers() {
    behind("a", "b");

    send(one, new Write(id, "c"));
    send(two, new Write(id, "d"));
    send(one, new Write(id, "e"));

    assertThat(texts(id)).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void whatNeverBeganIsNotThere() {
    send(one, new WriteUnlessThere(id, ""));

    assertThatThrownBy(() -> send(one, new WriteAfter(id, "", "a")))
        .isInstanceOf(AggregateNotFoundException.class);
    assertThat(texts(id)).isEmpty();
  }

  @Test
  void whatIsOfAnotherKindIsNotThere() {
    send(one, new Write(id, "a"));

    assertThatThrownBy(() -> send(one, new Diary.Note(id, "b")))
        .as("in memory it is of another kind")
        .isInstanceOf(AggregateNotFoundException.class);
    assertThatThrownBy(() -> send(two, new Diary.Note(id, "b")))
        .as("and so it is in the log")
        .isInstanceOf(AggregateNotFoundException.class);
    assertThat(texts(id)).containsExactly("a");
  }

  /** Node one has the ledger in memory as it was before node two wrote. */
  private void behind(String before, String after) {
    send(one, new Write(id, before));
    send(two, new Write(id, after));
  }

  private static void send(ConfigurableApplicationContext node, Object command) {
    node.getBean(CommandGateway.class)
        .sendAndWait(
            new GenericCommandMessage<>(command)
                .andMetaData(Map.of(MetadataKeys.TENANT, TwoNodes.THANDI.value())));
  }

  private static List<String> texts(UUID ledger) {
    return two.getBean(EventStore.class)
        .readEvents(ledger.toString())
        .asStream()
        .map(event -> ((MatterPutOnHold) event.getPayload()).reason().ciphertext())
        .toList();
  }
}
