package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.LogDatabase;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.checkpoint.MemoryObjects;
import za.lexohub.audit.checkpoint.SigningKeyFile;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.MerkleTree;
import za.lexohub.audit.tlog.NaiveTree;
import za.lexohub.audit.tlog.TiledNodes;

/** Sealers on one database: alone, one after the other, dying, asleep, and lied to. */
class SealerIT {

  private static final Duration LEASE = Duration.ofMillis(400);
  private static final String TENANT = "thandi";

  @TempDir Path keys;
  private LogDatabase database;
  private JdbcClient jdbc;
  private Checkpoints checkpoints;
  private LogKey key;
  private final MemoryObjects store = new MemoryObjects();
  private final SealState state = new SealState();

  @BeforeEach
  void open() {
    database = LogDatabase.fresh("sealer");
    jdbc = database.application();
    checkpoints = new Checkpoints(jdbc);
    key = new LogKey("lexohub.test/log", SigningKeyFile.loadOrCreate(keys));
  }

  @AfterEach
  void close() {
    database.close();
  }

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
  void aNodeThatDiesIsReplacedAfterTheLeaseAndNotBefore() {
    Sealer first = sealer(store);
    Sealer second = sealer(store);
    database.append(TENANT, 5);
    first.look(state);
    database.append(TENANT, 5);
    second.look(state);
    isSealedTo(5);

    await()
        .atMost(Duration.ofSeconds(5))
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
  void aRowThatIsAlteredBeforeItIsSealedIsNamedAndNothingIsSigned() {
    database.append(TENANT, 20);
    database.tamper("update event_log set payload = '{\"n\":7}' where position = 17");

    found("position 17: payload or field altered (leaf hash differs)");
    assertThat(checkpoints.newest()).isEmpty();
    assertThat(store.objects).isEmpty();
  }

  @Test
  void aRowThatIsAlteredAfterItWasSealedIsNamedAtTheNextStart() {
    database.append(TENANT, 700);
    sealer(store).look(state);
    database.append(TENANT, 1);
    database.tamper("update event_log set occurred_at = occurred_at + interval '1 us' where position = 3");
    found("position 3: payload or field altered (leaf hash differs)");

    // With a new leaf hash the row fits itself, and no longer the tree.
    database.tamper(REHASHED + " where position = 3");
    found("position 3: payload or field altered since it was sealed (leaf hash differs)");

    database.tamper("update event_log set occurred_at = occurred_at - interval '1 us' where position = 3");
    database.tamper(REHASHED + " where position = 3");
    sealer(store).look(state);
    isSealedTo(701);
  }

  @Test
  void whatWasAlteredLongAgoIsFoundInPassing() {
    database.append(TENANT, 700);
    sealer(store).look(state);
    database.tamper("update event_log set tenant_id = 'pieter' where position = 3");
    forgetLease();
    Sealer sealer = sealer(store, Duration.ZERO, 1, 100);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> sealer.look(state))
                    .hasMessage("position 3: payload or field altered (leaf hash differs)"));
    database.append(TENANT, 1);
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(Altered.class);
    isSealedTo(700);
  }

  @Test
  void anOlderBackupIsRefusedWhetherOrNotItHasGrown() {
    database.append(TENANT, 10);
    Sealer sealer = sealer(store);
    sealer.look(state);
    database.append(TENANT, 10);
    sealer.look(state);
    database.tamper("delete from event_log where position > 10");
    database.owner().sql("delete from log_checkpoint where size > 10").update();

    assertThatThrownBy(() -> sealer.look(state))
        .hasMessage("log ends at 10, checkpoint covers 20: 10 events missing");
    found("log ends at 10, checkpoint covers 20: 10 events missing");

    database.append(TENANT, 15);
    found("checkpoint of size 20 is no prefix of this log: history rewritten at or before 20");
    assertThat(checkpoints.newest().orElseThrow().size()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(Covering.class)
  void aRewrittenHistoryIsRefusedHoweverItIsCoveredUp(Covering covering) {
    database.append(TENANT, 30);
    sealer(store).look(state);
    database.tamper("delete from event_log where position = 30");
    database.tamper("update event_log set tenant_id = 'pieter' where position = 5");
    database.tamper(REHASHED + " where position = 5");
    database.append(TENANT, 9);
    covering.cover(this);

    found(covering.finding);
  }

  /** What somebody with every right on the database and on part of the store may do about it. */
  enum Covering {
    NOTHING("position 30: payload or field altered since it was sealed (leaf hash differs)"),
    NO_CHECKPOINTS("checkpoint of size 30 is no prefix of this log: history rewritten at or before 30"),
    NO_TILES("checkpoint of size 30 is no prefix of this log: history rewritten at or before 30"),
    OWN_KEY("checkpoints/000000000030 in the store: checkpoint signed by an unknown key");

    final String finding;

    Covering(String finding) {
      this.finding = finding;
    }

    void cover(SealerIT test) {
      switch (this) {
        case NOTHING -> {}
        case NO_CHECKPOINTS -> test.database.owner().sql("delete from log_checkpoint").update();
        case NO_TILES -> test.store.objects.keySet().removeIf(name -> name.startsWith("tile/"));
        case OWN_KEY ->
            test.store.objects.put(
                AuditObjects.checkpoint(30),
                new LogKey("lexohub.test/log", SigningKeyFile.loadOrCreate(test.keys.resolve("own")))
                    .checkpoint(30, Hash.EMPTY)
                    .getBytes(StandardCharsets.UTF_8));
      }
    }
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

  private static final String REHASHED =
      "update event_log set leaf_hash = event_leaf_hash(position, event_id, aggregate_type,"
          + " aggregate_id, sequence, event_type, revision, tenant_id, occurred_at, recorded_at,"
          + " payload, metadata)";

  /** A node that starts now says so, and signs nothing. */
  private void found(String finding) {
    forgetLease();
    long signed = store.objects.keySet().stream().filter(k -> k.startsWith("checkpoints/")).count();
    Sealer sealer = sealer(store);
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(Altered.class).hasMessage(finding);
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(Altered.class).hasMessage(finding);
    assertThat(store.objects.keySet().stream().filter(k -> k.startsWith("checkpoints/")).count())
        .isEqualTo(signed);
  }

  /** The newest checkpoint is that one, everywhere, and every one ever signed is a prefix. */
  private void isSealedTo(long size) {
    List<Hash> leaves = database.leaves();
    assertThat(checkpoints.newest().orElseThrow().size()).isEqualTo(size);
    Checkpoint newest = checkpoint(AuditObjects.NEWEST);
    assertThat(newest.size()).isEqualTo(size);
    for (String name : store.keysAfter(AuditObjects.CHECKPOINTS, "")) {
      Checkpoint each = checkpoint(name);
      assertThat(name).isEqualTo(AuditObjects.checkpoint(each.size()));
      assertThat(each.root().bytes())
          .as(name)
          .isEqualTo(NaiveTree.root(leaves.subList(0, (int) each.size())));
    }
    for (Checkpoints.Row row : checkpoints.below(Long.MAX_VALUE, 1000)) {
      assertThat(row.note()).isEqualTo(text(AuditObjects.checkpoint(row.size())));
    }
    var tiles = new TiledNodes(size, id -> store.objects.get(id.path()));
    assertThat(MerkleTree.root(size, tiles)).isEqualTo(newest.root());
    assertThat(MerkleTree.inclusion(0, size, tiles)).isNotNull();
  }

  private Checkpoint checkpoint(String name) {
    assertThat(key.hasSigned(text(name))).isTrue();
    return Checkpoint.parse(text(name));
  }

  private String text(String name) {
    return new String(store.objects.get(name), StandardCharsets.UTF_8);
  }

  private void forgetLease() {
    jdbc.sql("update sealer_lease set until = '-infinity'").update();
  }

  private Sealer sealer(AuditObjects objects) {
    return sealer(objects, Duration.ZERO, 1);
  }

  private Sealer sealer(AuditObjects objects, Duration every, int events) {
    return sealer(objects, every, events, 200_000);
  }

  private Sealer sealer(AuditObjects objects, Duration every, int events, long recheck) {
    SealProperties properties =
        new SealProperties(
            true, every, events, 10_000, Duration.ofMillis(20), LEASE, Duration.ZERO, recheck);
    return new Sealer(
        new Lease(jdbc, properties.lease()), jdbc, objects, checkpoints, key, properties);
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
