package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Four segments and two nodes, one of which came later; then it goes. */
class FairShareIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = new TwoNodes("fair_share", Map.of("lexohub.event-store.segments", "4"));
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void aNodeThatJoinsGetsItsPartAndLeavesItToTheOthers() {
    await().atMost(PATIENCE).until(() -> owned().equals(List.of(2L, 2L)));
    List<String> written = IntStream.range(0, 20).mapToObj(n -> "text " + n).toList();
    written.subList(0, 10).forEach(text -> nodes.write(UUID.randomUUID(), text));

    nodes.two.close();
    written.subList(10, 20).forEach(text -> nodes.write(UUID.randomUUID(), text));

    await().atMost(PATIENCE).until(() -> owned().equals(List.of(4L)));
    await().atMost(PATIENCE).until(() -> nodes.texts().size() >= written.size());
    assertThat(nodes.texts()).containsExactlyInAnyOrderElementsOf(written);
  }

  /** How many segments each node runs, of those that run any. */
  private static List<Long> owned() {
    return nodes
        .jdbc
        .sql(
            "select count(*) from token_entry"
                + " where processor_name = 'readings' and owner is not null group by owner")
        .query(Long.class)
        .list();
  }
}
