package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Four segments on two nodes, while 64 write. */
class SegmentsIT {

  private static final int WRITERS = 64;
  private static final int EACH = Integer.getInteger("lexohub.events-per-writer", 3);

  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = new TwoNodes("segments", Map.of("lexohub.event-store.segments", "4"));
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void everyEventIsReadOnceAndOnceMoreInAReplayThatRunsWhileOthersWrite() {
    write().join();
    long first = head();
    assertThat(first).isEqualTo((long) WRITERS * EACH);
    awaitRead();
    assertThat(positions("not replayed"))
        .isEqualTo(LongStream.rangeClosed(1, first).boxed().toList());

    CompletableFuture<Void> more = write();
    processor(nodes.one).shutDown();
    processor(nodes.two).shutDown();
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () -> {
              processor(nodes.one).resetTokens();
              return true;
            });
    processor(nodes.one).start();
    processor(nodes.two).start();
    more.join();

    long head = head();
    assertThat(head).isEqualTo(2 * first);
    awaitRead();
    assertThat(positions("not replayed"))
        .isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(positions("replayed"))
                    .doesNotHaveDuplicates()
                    .startsWith(LongStream.rangeClosed(1, first).boxed().toArray(Long[]::new)));
    assertThat(
            nodes
                .jdbc
                .sql(
                    "select count(*) from (select sequence - row_number()"
                        + " over (partition by aggregate_id order by sequence) as step"
                        + " from event_log) s where step <> -1")
                .query(Integer.class)
                .single())
        .as("holes in the sequences")
        .isZero();
  }

  private static CompletableFuture<Void> write() {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      ConfigurableApplicationContext node = i % 2 == 0 ? nodes.one : nodes.two;
      UUID id = UUID.randomUUID();
      writers.add(
          FreshLog.async(
              () -> {
                for (int n = 0; n < EACH; n++) {
                  TwoNodes.write(node, id, "segment", Map.of());
                }
              }));
    }
    return CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
  }

  private static void awaitRead() {
    await().atMost(Duration.ofSeconds(30)).until(() -> positions("not replayed").size() >= head());
  }

  private static long head() {
    return nodes
        .jdbc
        .sql("select coalesce(max(position), 0) from event_log")
        .query(Long.class)
        .single();
  }

  private static List<Long> positions(String which) {
    return nodes
        .jdbc
        .sql("select position from reading where " + which + " order by position")
        .query(Long.class)
        .list();
  }

  private static PooledStreamingEventProcessor processor(ConfigurableApplicationContext node) {
    return node.getBean(EventProcessingConfiguration.class)
        .eventProcessor("readings", PooledStreamingEventProcessor.class)
        .orElseThrow();
  }
}
