package za.lexohub.projectors.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.projectors.rebuild.RebuildNode.Fault;
import za.lexohub.readmodels.rebuild.Rebuild.State;
import za.lexohub.readmodels.rebuild.RebuildRows;
import za.lexohub.readmodels.rebuild.RebuildRows.Progress;

/** Nodes that share a rebuild, and one that is killed over it. */
class RebuildNodesIT {

  private static final String GROUP = "invoices";
  private static final int INVOICES = 120;

  /**
   * What is read is shared out, too: most of its segments are idle when the others come to rest.
   */
  private static final Map<String, Object> SEGMENTS = Map.of("lexohub.event-store.segments", 4);

  private static Database database;
  private static ConfigurableApplicationContext node;

  private final Rebuilds rebuilds = node.getBean(Rebuilds.class);

  @BeforeAll
  static void open() {
    database = TestParts.postgres().createDatabase("nodes" + System.nanoTime());
    node = RebuildNode.start(database, SEGMENTS);
    RebuildLog log = new RebuildLog(node.getBean(EventStore.class));
    IntStream.range(0, INVOICES).forEach(n -> log.sent());
  }

  @AfterAll
  static void close() {
    node.close();
  }

  @AfterEach
  void noFault() {
    RebuildNode.fault = Fault.NONE;
  }

  @Test
  void twoNodesShareTheFillingAndNeitherDoesWhatTheOtherDoes() {
    try (ConfigurableApplicationContext other = RebuildNode.start(database, SEGMENTS)) {
      RebuildNode.HANDLED.clear();
      RebuildNode.fault = Fault.SLOW;
      rebuilds.begin(GROUP);
      assertThat(other.getBean(Rebuilds.class).compare(GROUP).state()).isEqualTo(State.READY);
      assertThat(RebuildNode.HANDLED.values()).isNotEmpty().containsOnly(1);
    }
  }

  @Test
  void aNodeThatIsKilledInTheMiddleGoesOnWhereItWas() throws Exception {
    RebuildRows rows = node.getBean(RebuildRows.class);
    node.getBean(Fillings.class).stop();
    Process killed = RebuildProcess.start(database);
    try {
      rebuilds.begin("ledger");
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> percent(rows) > 20);
      killed.destroyForcibly().waitFor();
      int reached = percent(rows);
      assertThat(reached).isLessThan(100);
      assertThat(rebuilds.one("ledger").state()).isEqualTo(State.FILLING);
    } finally {
      killed.destroyForcibly();
      RebuildNode.HANDLED.clear();
      node.getBean(Fillings.class).start();
    }

    assertThat(rebuilds.compare("ledger").state()).isEqualTo(State.READY);

    assertThat((long) RebuildNode.HANDLED.size())
        .as("the rest of the log, and not all of it")
        .isLessThan(2L * INVOICES)
        .isPositive();
  }

  private static int percent(RebuildRows rows) {
    long head =
        node.getBean(JdbcClient.class)
            .sql("select max(position) from event_log")
            .query(Long.class)
            .single();
    return rows.progress(head).stream()
        .filter(one -> one.group().equals("ledger"))
        .map(Progress::progress)
        .findFirst()
        .orElseThrow()
        .percent();
  }
}
