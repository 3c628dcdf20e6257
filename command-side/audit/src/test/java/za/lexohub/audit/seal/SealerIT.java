package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.MemoryObjects;

/** Sealers on one database: alone, one after the other, dying, and asleep. */
class SealerIT extends SealingFixture {

  @Test
  void whatIsNewIsSealedAndAnIdleLogIsLeftAlone() {
    Sealer sealer = sealer(store);
    sealer.look(state);
    assertThat(checkpoints.newest()).isEmpty();

    for (int events : List.of(1, 2, 300, 255, 1, 512)) {
      database.append(TENANT, events);
      sealer.look(state);
    }
    isSealedTo(1071);
    assertThat(checkpoints.below(Long.MAX_VALUE, 10)).hasSize(6);
    int writes = store.writes.get();

    sealer.look(state);
    sealer.look(state);

    assertThat(store.writes).hasValue(writes);
    assertThat(state.seen()).isEqualTo(new SealState.Seen(SealState.Kind.SEALING, "", 1071, 1071));
  }

  @Test
  void fewAndYoungEventsWaitForMoreOrForTheirTime() {
    Sealer sealer = sealer(store, Duration.ofMinutes(1), 10);
    database.append(TENANT, 9);
    sealer.look(state);
    assertThat(checkpoints.newest()).isEmpty();
    assertThat(state.seen().unsealed()).isEqualTo(9);

    database.append(TENANT, 1);
    sealer.look(state);

    isSealedTo(10);
  }

  @Test
  @Timeout(60)
  void whatComesWhileItSealsWaitsForTheNextLook() {
    Sealer sealer =
        sealer(
            new MemoryObjects(store.objects) {
              @Override
              protected void after(int write, String name) {
                database.append(TENANT, 1);
              }
            });
    database.append(TENANT, 5);

    sealer.look(state);

    isSealedTo(5);
    assertThat(database.leaves()).hasSizeGreaterThan(5);
  }

  @Test
  void aNodeThatDiesIsReplacedAfterTheLeaseAndNotBefore() {
    Duration lease = Duration.ofSeconds(2);
    Sealer first = sealer(store, lease);
    Sealer second = sealer(store);
    database.append(TENANT, 5);
    first.look(state);
    database.append(TENANT, 5);
    second.look(state);
    isSealedTo(5);

    await()
        .atMost(lease.multipliedBy(5))
        .untilAsserted(
            () -> {
              second.look(state);
              isSealedTo(10);
            });
    first.look(state);
    assertThat(state.seen().kind()).isEqualTo(SealState.Kind.STANDBY);
  }

  @Test
  void aNodeThatStopsHandsOverAtOnce() {
    Sealer first = sealer(store);
    first.look(state);
    first.stop();
    database.append(TENANT, 3);

    sealer(store).look(state);

    isSealedTo(3);
  }

  /** Each write of a sealing is once the last thing a node begins, and once the last it does. */
  @Test
  void dyingBetweenAnyTwoWritesLeavesWhatTheNextOneCompletes() {
    database.append(TENANT, 300);
    sealer(store).look(state);
    int sealed = 300;
    for (boolean done : new boolean[] {false, true}) {
      for (int last = 0; last < 4; last++) {
        forgetLease();
        sealed += 3;
        database.append(TENANT, 3);
        Sealer dying = sealer(new DyingAt(last, done));
        assertThatThrownBy(() -> dying.look(state)).isInstanceOf(Death.class);
        forgetLease();
        sealed += 2;
        database.append(TENANT, 2);

        sealer(store).look(state);

        isSealedTo(sealed);
      }
    }
  }

  /** A long sleep before each of its writes, from which it wakes when another one has gone on. */
  @Test
  void aHolderThatSleptIsFenced() throws Exception {
    database.append(TENANT, 300);
    sealer(store).look(state);
    int sealed = 300;
    for (int write = 0; write < 4; write++) {
      forgetLease();
      sealed += 2;
      database.append(TENANT, 2);
      SleepingAt sleep = new SleepingAt(write);
      Sealer sleeper = sealer(sleep);
      SealState seen = new SealState();
      CompletableFuture<Void> sleeping = CompletableFuture.runAsync(() -> sleeper.look(seen));
      fallsAsleep(sleep.asleep, sleeping);
      // Meanwhile its lease runs out.
      forgetLease();
      sealed += 3;
      database.append(TENANT, 3);
      sealer(store).look(state);
      sleep.wake.countDown();
      sleeping.get(10, TimeUnit.SECONDS);

      isSealedTo(sealed);
      sleeper.look(seen);
      assertThat(seen.seen().kind()).as("write " + write).isEqualTo(SealState.Kind.STANDBY);
    }
  }

  @Test
  void aLostAnswerToAWrittenCheckpointIsNoTakeOver() {
    AtomicBoolean lose = new AtomicBoolean(true);
    Sealer sealer = sealer(JdbcClient.create(new LosesOneAnswer(database.dataSource(), lose)));
    database.append(TENANT, 5);
    assertThatThrownBy(() -> sealer.look(state))
        .isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(lose).isFalse();
    database.append(TENANT, 5);

    sealer.look(state);

    isSealedTo(10);
    assertThat(state.seen().kind()).isEqualTo(SealState.Kind.SEALING);
  }

  @Test
  void anErrorEndsALookAndNotTheSealer() {
    AtomicBoolean fails = new AtomicBoolean(true);
    SealProperties properties =
        new SealProperties(
            true,
            Duration.ZERO,
            1,
            10_000,
            Duration.ofMillis(20),
            Duration.ofSeconds(10),
            Duration.ZERO,
            0);
    Sealer sealer =
        sealer(
            new MemoryObjects(store.objects) {
              @Override
              protected void before(int write, String name) {
                if (fails.get()) {
                  throw new StackOverflowError();
                }
              }
            });
    database.append(TENANT, 5);
    SealerLoop loop = new SealerLoop(sealer, state, properties);
    loop.start();
    try {
      await()
          .untilAsserted(() -> assertThat(state.seen().kind()).isEqualTo(SealState.Kind.WAITING));
      fails.set(false);
      await().ignoreExceptions().untilAsserted(() -> isSealedTo(5));
    } finally {
      loop.stop();
    }
  }

  @Test
  void whileTheStoreIsAwayEventsAreAppendedAndLaterSealed() {
    Sealer sealer = sealer(store);
    database.append(TENANT, 2);
    sealer.look(state);
    store.away = true;
    database.append(TENANT, 40);
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(AuditObjects.Away.class);
    database.append(TENANT, 40);
    store.away = false;

    sealer.look(state);

    isSealedTo(82);
  }

  @Test
  void aStoreThatWasLostIsFilledAnew() {
    database.append(TENANT, 600);
    sealer(store).look(state);
    store.objects.clear();
    database.append(TENANT, 1);
    forgetLease();

    sealer(store).look(state);

    isSealedTo(601);
    assertThat(store.objects).containsKeys("checkpoints/000000000600", "checkpoint");
  }

  @Test
  void aDatabaseThatLostItsCheckpointsGetsThemBack() {
    database.append(TENANT, 600);
    Sealer sealer = sealer(store);
    sealer.look(state);
    database.append(TENANT, 50);
    sealer.look(state);
    database.owner().sql("delete from log_checkpoint").update();
    forgetLease();

    sealer(store).look(state);

    assertThat(checkpoints.below(Long.MAX_VALUE, 10))
        .extracting(Checkpoints.Row::size)
        .containsExactly(650L, 600L);
    isSealedTo(650);
  }

  private static void fallsAsleep(CountDownLatch latch, CompletableFuture<Void> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (!latch.await(10, TimeUnit.MILLISECONDS)) {
      if (work.isDone()) {
        work.get(1, TimeUnit.SECONDS);
        throw new AssertionError("it never wrote so often");
      }
    }
  }

  /** The node is gone. */
  private static final class Death extends RuntimeException {}

  /** The store as a node sees it that dies in or right after one of its writes. */
  private final class DyingAt extends Shared {
    private final int last;
    private final boolean done;

    DyingAt(int last, boolean done) {
      this.last = last;
      this.done = done;
    }

    @Override
    protected void before(int write, String name) {
      if (!done && write == last) {
        throw new Death();
      }
    }

    @Override
    protected void after(int write, String name) {
      if (done && write == last) {
        throw new Death();
      }
    }
  }

  private final class SleepingAt extends Shared {
    private final int write;
    final CountDownLatch asleep = new CountDownLatch(1);
    final CountDownLatch wake = new CountDownLatch(1);

    SleepingAt(int write) {
      this.write = write;
    }

    @Override
    protected void before(int number, String name) {
      if (number == write) {
        asleep.countDown();
        try {
          wake.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** The same store, through a door of its own that counts its own writes. */
  private class Shared extends MemoryObjects {
    Shared() {
      super(store.objects);
    }
  }
}
