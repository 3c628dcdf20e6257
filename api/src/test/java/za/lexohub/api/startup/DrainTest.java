package za.lexohub.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A node behind a balancer leaves a little later than it says. */
class DrainTest {

  @Test
  void aNodeThatNobodyStandsBeforeLeavesAtOnce() {
    CompletableFuture<Void> gone = stop(new Drain(Duration.ZERO));

    assertThat(gone).isCompleted();
  }

  @Test
  void othersOfThePhaseNeedNotWaitForANodeThatDrains() {
    CompletableFuture<Void> gone = stop(new Drain(Duration.ofSeconds(20)));

    assertThat(gone).isNotDone();
  }

  @Test
  void whenItsTimeIsOverItLeaves() {
    Drain drain = new Drain(Duration.ofMillis(20));
    CompletableFuture<Void> gone = stop(drain);

    await().until(gone::isDone);
    assertThat(drain.isRunning()).isFalse();
  }

  @Test
  void aTimeThatWouldOutlastTheTasksOwnIsRefused() {
    assertThatThrownBy(() -> new Drain(Duration.ofSeconds(21)))
        .hasMessage("lexohub.shutdown.drain must be 0 to 20 s");
    assertThatThrownBy(() -> new Drain(Duration.ofSeconds(-1)))
        .hasMessage("lexohub.shutdown.drain must be 0 to 20 s");
  }

  private static CompletableFuture<Void> stop(Drain drain) {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    drain.start();
    assertThat(drain.isRunning()).isTrue();
    drain.stop(() -> gone.complete(null));
    return gone;
  }
}
