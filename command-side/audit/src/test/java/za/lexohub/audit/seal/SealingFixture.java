package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.LogDatabase;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.checkpoint.MemoryObjects;
import za.lexohub.audit.checkpoint.SigningKeyFiles;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.MerkleTree;
import za.lexohub.audit.tlog.NaiveTree;
import za.lexohub.audit.tlog.TiledNodes;

/** A log on a database of its own, a store, and as many sealers as a test wants. */
abstract class SealingFixture {

  /** Longer than a test: leases end when a test says so. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  static final String TENANT = "thandi";

  @TempDir Path keys;
  LogDatabase database;
  JdbcClient jdbc;
  Checkpoints checkpoints;
  LogKeys key;
  final MemoryObjects store = new MemoryObjects();
  final SealState state = new SealState();

  @BeforeEach
  void open() {
    database = LogDatabase.fresh("sealer");
    jdbc = database.application();
    checkpoints = new Checkpoints(jdbc);
    key = new LogKeys("lexohub.test/log", new SigningKeyFiles(keys), jdbc);
    key.requireKnown();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** A node that starts now says so, and signs nothing. */
  void found(String finding) {
    forgetLease();
    long signed = store.objects.keySet().stream().filter(k -> k.startsWith("checkpoints/")).count();
    Sealer sealer = sealer(store);
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(Altered.class).hasMessage(finding);
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(Altered.class).hasMessage(finding);
    assertThat(store.objects.keySet().stream().filter(k -> k.startsWith("checkpoints/")).count())
        .isEqualTo(signed);
  }

  /** The newest checkpoint is that one, everywhere, and every one ever signed is a prefix. */
  void isSealedTo(long size) {
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

  String text(String name) {
    return new String(store.objects.get(name), StandardCharsets.UTF_8);
  }

  /** An operator wants a key to follow; returns it. */
  String wanted() {
    key.refresh();
    String next = key.next().verifierKey();
    want(next);
    return next;
  }

  void want(String next) {
    database.append(KeyWishes.KEY.toString(), "SigningKeyChanged", "{\"newKey\":\"" + next + "\"}");
  }

  void forgetLease() {
    jdbc.sql("update sealer_lease set until = '-infinity'").update();
  }

  Sealer sealer(AuditObjects objects) {
    return sealer(objects, Duration.ZERO, 1);
  }

  Sealer sealer(AuditObjects objects, Duration every, int events) {
    return sealer(objects, every, events, 200_000);
  }

  Sealer sealer(AuditObjects objects, Duration every, int events, long recheck) {
    return sealer(objects, every, events, recheck, LEASE);
  }

  /** Over a database of its own choice. */
  Sealer sealer(JdbcClient own) {
    return sealer(own, store, Duration.ZERO, 1, 200_000, LEASE, Duration.ZERO);
  }

  /** Looks again that long after it has found something. */
  Sealer resting(Duration alarmRetry, long recheck) {
    return sealer(jdbc, store, Duration.ZERO, 1, recheck, LEASE, alarmRetry);
  }

  Sealer sealer(AuditObjects objects, Duration lease) {
    return sealer(objects, Duration.ZERO, 1, 200_000, lease);
  }

  private Sealer sealer(
      AuditObjects objects, Duration every, int events, long recheck, Duration lease) {
    return sealer(jdbc, objects, every, events, recheck, lease, Duration.ZERO);
  }

  /** A node that has its keys elsewhere. */
  Sealer sealer(LogKeys own) {
    LogKeys others = key;
    key = own;
    try {
      return sealer(store);
    } finally {
      key = others;
    }
  }

  private Sealer sealer(
      JdbcClient jdbc,
      AuditObjects objects,
      Duration every,
      int events,
      long recheck,
      Duration lease,
      Duration alarmRetry) {
    SealProperties properties =
        new SealProperties(
            true, every, events, 10_000, Duration.ofMillis(20), lease, alarmRetry, recheck);
    return new Sealer(
        new Lease(jdbc, properties.lease()), jdbc, objects, new Checkpoints(jdbc), key, properties);
  }
}
