package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Four segments and two nodes, one of which came later; then it goes, or cannot do its part. */
class FairShareIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Axon waits longer with each failure, and at last longer than a claim lasts. */
  private static final Duration UNTIL_IT_LIES = Duration.ofSeconds(90);

  private @Nullable TwoNodes nodes;

  @AfterEach
  void stop() {
    if (nodes != null) {
      nodes.close();
    }
  }

  @Test
  void aNodeThatJoinsGetsItsPartAndLeavesItToTheOthers() {
    TwoNodes nodes = start("fair_share");
    await().atMost(PATIENCE).until(() -> owned().equals(List.of(2L, 2L)));
    List<String> written = IntStream.range(0, 20).mapToObj(n -> "text " + n).toList();
    written.subList(0, 10).forEach(text -> nodes.write(UUID.randomUUID(), text));

    nodes.two.close();
    written.subList(10, 20).forEach(text -> nodes.write(UUID.randomUUID(), text));

    await().atMost(PATIENCE).until(() -> owned().equals(List.of(4L)));
    await().atMost(PATIENCE).until(() -> nodes.texts().size() >= written.size());
    assertThat(nodes.texts()).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void whatALivingNodeCannotProcessIsTakenByTheOther() {
    TwoNodes nodes = start("fair_share_lost");
    await().atMost(PATIENCE).until(() -> owned().equals(List.of(2L, 2L)));
    nodes.two.getBean(Readings.class).outages.set(Integer.MAX_VALUE);
    List<String> written = IntStream.range(0, 20).mapToObj(n -> "text " + n).toList();
    written.forEach(text -> nodes.write(UUID.randomUUID(), text));

    await().atMost(UNTIL_IT_LIES).until(() -> nodes.texts().size() >= written.size());
    assertThat(nodes.texts()).containsExactlyInAnyOrderElementsOf(written);
    await().atMost(PATIENCE).until(() -> owned().equals(List.of(4L)));

    nodes.two.getBean(Readings.class).outages.set(0);
    await().atMost(UNTIL_IT_LIES).until(() -> owned().equals(List.of(2L, 2L)));
  }

  private TwoNodes start(String name) {
    return nodes = new TwoNodes(name, Map.of("lexohub.event-store.segments", "4"));
  }

  /** How many segments each node runs, of those that run any. */
  private List<Long> owned() {
    return Objects.requireNonNull(nodes)
        .jdbc
        .sql(
            "select count(*) from token_entry"
                + " where processor_name = 'readings' and owner is not null group by owner")
        .query(Long.class)
        .list();
  }
}
